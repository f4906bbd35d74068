import { Prisma } from '@/lib/db/generated/client'
import type { SpendingQuestion } from '@/lib/schemas/spending'

const { sql } = Prisma

/**
 * What Vonage charged, as a query of its own. A line that two of our accounts were told of (a primary account, and a
 * sub-account with a key of its own) counts once: for ours first, then for the account that it is about. A report that was taken over was made elsewhere.
 */
export function chargedLines(question: SpendingQuestion): Prisma.Sql {
  return sql`
    SELECT * FROM (
      SELECT DISTINCT ON (u."recordId") u.*, a."label" AS "accountLabel", a."apiKey" AS "accountKey",
        CASE WHEN q."adopted" THEN NULL ELSE COALESCE(r."createdById", l."createdById") END AS "personId",
        r."id" AS "reportId", r."title" AS "reportTitle",
        (u."requestId" IS NOT NULL AND NOT q."adopted") OR u."lookupId" IS NOT NULL AS "isOurs"
      FROM "UsageRecord" u
        JOIN "Account" a ON a."id" = u."accountId"
        LEFT JOIN "ReportRequest" q ON q."id" = u."requestId"
        LEFT JOIN "Report" r ON r."id" = q."reportId"
        LEFT JOIN "RecordLookup" l ON l."id" = u."lookupId"
      WHERE a."environment" = ${question.environment}::"Environment" AND ${Prisma.join(within(question), ' AND ')}
      ORDER BY u."recordId", "isOurs" DESC, a."apiKey" = u."targetAccountId" DESC, u."accountId"
    ) AS line
    WHERE ${Prisma.join([sql`TRUE`, ...by(question)], ' AND ')}`
}

/** What a line itself tells. */
function within({ from, to, account, product, target }: SpendingQuestion): Prisma.Sql[] {
  return [
    sql`TRUE`,
    ...(from ? [sql`u."receivedAt" >= ${`${from}T00:00:00Z`}::timestamptz`] : []),
    ...(to ? [sql`u."receivedAt" < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`] : []),
    ...(account ? [sql`u."accountId" = ${account}::uuid`] : []),
    ...(product ? [sql`u."product" = ${product}`] : []),
    ...(target ? [sql`u."targetAccountId" = ${target}`] : []),
  ]
}

/** Whose it is: told when it is known which of two accounts' lines counts. */
function by({ who }: SpendingQuestion): Prisma.Sql[] {
  if (who === '') return []
  if (who === 'ours') return [sql`"isOurs"`]
  if (who === 'elsewhere') return [sql`NOT "isOurs"`]
  return [sql`"personId" = ${who}::uuid`]
}
