import type { LimitKey } from '@/lib/data/rate-limit'
import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

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
 * Writes what a step found out and gives the account out of hand.
 * @returns false when the lease was lost; nothing is written then
 */
export async function settleUsageFetch(
  tx: Tx,
  { accountId, leaseId }: UsageClaim,
  patch: UsagePatch,
): Promise<boolean> {
  const { count } = await tx.usageFetch.updateMany({
    where: { accountId, leaseId },
    data: { ...patch, leaseId: null, leaseUntil: null },
  })
  return count === 1
}

/** Holds a claim for another while. False when it was lost. */
export async function renewUsageLease(tx: Tx, claim: UsageClaim): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE "UsageFetch" SET "leaseUntil" = app_now() + make_interval(secs => ${usageLeaseSeconds})
    WHERE "accountId" = ${claim.accountId}::uuid AND "leaseId" = ${claim.leaseId}::uuid`
  return count === 1
}
