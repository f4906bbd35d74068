import type { LimitKey } from '@/lib/data/rate-limit'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

/** How long a claim holds without being renewed, in seconds. */
export const usageLeaseSeconds = 60

/** An account whose usage a worker is fetching. Every write carries the lease. */
export type UsageClaim = {
  accountId: string
  leaseId: string
  now: Date
  account: { id: string; label: string; refusedAt: Date | null } & LimitKey
  fetchedFrom: Date | null
  fetchedTo: Date | null
  wantedAt: Date | null
  jobRequestId: string | null
  jobFrom: Date | null
  jobTo: Date | null
  jobAskedAt: Date | null
  ownOnly: boolean
  faults: number
}

export type UsagePatch = Omit<
  Prisma.UsageFetchUncheckedUpdateManyInput,
  'accountId' | 'leaseId' | 'leaseUntil'
>

/**
 * Writes what a step found out and gives the account out of hand. What a person wished while the step ran is not written
 * over: the account is due again at once.
 * @returns false when the lease was lost; nothing is written then
 */
export async function settleUsageFetch(
  tx: Tx,
  { accountId, leaseId, now }: UsageClaim,
  patch: UsagePatch,
): Promise<boolean> {
  const [held] = await tx.$queryRaw<{ wantedAt: Date | null }[]>`
    SELECT "wantedAt" FROM "UsageFetch"
    WHERE "accountId" = ${accountId}::uuid AND "leaseId" = ${leaseId}::uuid FOR UPDATE`
  if (!held) return false
  const { wantedAt } = held
  const wish = wantedAt && wantedAt > now ? { wantedAt, dueAt: now, problem: Prisma.DbNull } : {}
  await tx.usageFetch.update({
    where: { accountId },
    data: { ...patch, ...wish, leaseId: null, leaseUntil: null },
  })
  return true
}

/** Holds a claim for another while. False when it was lost. */
export async function renewUsageLease(tx: Tx, claim: UsageClaim): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE "UsageFetch" SET "leaseUntil" = app_now() + make_interval(secs => ${usageLeaseSeconds})
    WHERE "accountId" = ${claim.accountId}::uuid AND "leaseId" = ${claim.leaseId}::uuid`
  return count === 1
}
