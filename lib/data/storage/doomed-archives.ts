import { Prisma } from '@/lib/db/generated/client'

const { sql } = Prisma

/**
 * SQL of the archived files that go by themselves, each with when: those of an account that keeps files for some days
 * only, of reports that nobody holds. One that another report takes records from stays as long as that report is itself
 * within those days, or on hold.
 */
export const doomedArchives = sql`
  SELECT a."requestId", a."storeKey", a."bytes", a."rows", a."createdAt" AS "archivedAt", q."reportId", q."accountId",
    r."title", GREATEST(a."createdAt", needed."until") + make_interval(days => c."keepDays") AS "goesAt"
  FROM "Archive" a
  JOIN "ReportRequest" q ON q."id" = a."requestId"
  JOIN "Report" r ON r."id" = q."reportId"
  JOIN "Account" c ON c."id" = q."accountId"
  LEFT JOIN LATERAL (
    SELECT max(d."createdAt") AS "until", bool_or(d."heldAt" IS NOT NULL) AS "isHeld"
    FROM "KeptPart" k JOIN "Report" d ON d."id" = k."reportId"
    WHERE k."sourceId" = a."requestId" AND k."reportId" <> q."reportId"
  ) AS needed ON true
  WHERE a."deletedAt" IS NULL AND c."keepDays" IS NOT NULL AND r."heldAt" IS NULL AND needed."isHeld" IS NOT TRUE`
