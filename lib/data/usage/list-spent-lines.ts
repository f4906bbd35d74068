import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { SpendingQuestion, SpentLine } from '@/lib/schemas/spending'
import { chargedLines } from './charged-lines'
import { nameTargets } from './name-targets'

type Found = Omit<SpentLine, 'receivedAt' | 'kind' | 'here' | 'targetName'> & {
  receivedAt: Date
  jobType: string
  reportId: string | null
  reportTitle: string | null
  lookupId: string | null
  person: string | null
  matchedBy: string | null
}

/** Where a further page begins: after this line. */
type After = { receivedAt: string; recordId: string }

const kinds: Record<string, SpentLine['kind']> = {
  ASYNC_JOB: 'report',
  SYNC_JOB_FROM_DATES: 'by dates',
  SYNC_JOB_FROM_ID: 'by ids',
}

/**
 * The reports and look-ups that were charged, the newest first.
 * @throws AppError `forbidden`
 */
export async function listSpentLines(
  actor: UserActor,
  question: SpendingQuestion,
  size: number,
  after?: After,
): Promise<SpentLine[]> {
  authorize(actor, 'spending.see')
  const { sql } = Prisma
  const beyond = after
    ? sql`AND (line."receivedAt", line."recordId") < (${after.receivedAt}::timestamptz, ${after.recordId})`
    : Prisma.empty
  const found = await getDb().$queryRaw<Found[]>`
    SELECT line."accountId"::text AS "accountId", line."recordId", line."receivedAt", line."product", line."jobType",
      line."status", line."accountLabel", line."targetAccountId", line."itemsWritten"::float8 AS "records",
      trim_scale(line."totalPrice")::text AS "total", line."currency", line."reportId"::text AS "reportId",
      line."reportTitle", line."isOurs", line."lookupId"::text AS "lookupId", line."matchedBy", u."name" AS "person"
    FROM (${chargedLines(question)}) AS line LEFT JOIN "User" u ON u."id" = line."personId"
    WHERE line."isCharged" IS DISTINCT FROM false ${beyond}
    ORDER BY line."receivedAt" DESC, line."recordId" DESC LIMIT ${size}`
  const names = await nameTargets(found.map(({ targetAccountId }) => targetAccountId))
  return found.map((line) => toSpentLine(line, names.get(line.targetAccountId) ?? ''))
}

function toSpentLine(
  {
    receivedAt,
    jobType,
    reportId,
    reportTitle,
    lookupId,
    person,
    matchedBy,
    isOurs,
    ...line
  }: Found,
  targetName: string,
): SpentLine {
  const id = reportId ?? lookupId
  return {
    ...line,
    targetName,
    receivedAt: receivedAt.toISOString(),
    kind: kinds[jobType] ?? 'other',
    isOurs,
    here: id
      ? {
          href: reportId ? 'report' : 'lookup',
          id,
          title: reportTitle ?? 'Records looked up',
          person: person ?? '',
          isLikely: matchedBy === 'facts',
        }
      : null,
  }
}
