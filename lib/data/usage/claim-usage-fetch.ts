import { randomUUID } from 'node:crypto'
import { getDb } from '@/lib/db/client'
import { type UsageClaim, usageLeaseSeconds } from './usage-fetch'

/**
 * How long after an account was added its usage is fetched without anybody asking, in seconds: whoever tries a new
 * account has its few calls a second to themselves.
 */
const firstFetchSeconds = 15 * 60

/** Takes the account whose usage is the most overdue, those that somebody waits for first; null when none is due. */
export async function claimUsageFetch(): Promise<UsageClaim | null> {
  const db = getDb()
  await db.$executeRaw`
    INSERT INTO "UsageFetch" ("accountId", "dueAt", "updatedAt")
    SELECT a."id", a."createdAt" + make_interval(secs => ${firstFetchSeconds}), app_now()
    FROM "Account" a LEFT JOIN "UsageFetch" f ON f."accountId" = a."id"
    WHERE f."accountId" IS NULL AND a."removedAt" IS NULL
    ON CONFLICT DO NOTHING`
  const leaseId = randomUUID()
  const rows = await db.$queryRaw<{ accountId: string; now: Date }[]>`
    UPDATE "UsageFetch" f
    SET "leaseId" = ${leaseId}::uuid, "leaseUntil" = app_now() + make_interval(secs => ${usageLeaseSeconds}),
      "triedAt" = app_now()
    FROM (
      SELECT d."accountId" FROM "UsageFetch" d JOIN "Account" a ON a."id" = d."accountId"
      WHERE d."dueAt" <= app_now() AND (d."leaseUntil" IS NULL OR d."leaseUntil" < app_now())
        AND a."removedAt" IS NULL
      ORDER BY d."wantedAt" NULLS LAST, d."dueAt" LIMIT 1 FOR UPDATE OF d SKIP LOCKED
    ) AS due
    WHERE f."accountId" = due."accountId"
    RETURNING f."accountId"::text AS "accountId", app_now() AS now`
  const claim = rows[0]
  if (!claim) return null
  const row = await db.usageFetch.findFirst({
    where: { accountId: claim.accountId, leaseId },
    select: {
      accountId: true,
      fetchedFrom: true,
      fetchedTo: true,
      wantedAt: true,
      jobRequestId: true,
      jobFrom: true,
      jobTo: true,
      jobAskedAt: true,
      ownOnly: true,
      faults: true,
      account: {
        select: { id: true, label: true, environment: true, apiKey: true, refusedAt: true },
      },
    },
  })
  return row && { ...row, leaseId, now: claim.now }
}
