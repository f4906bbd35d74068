import { randomUUID } from 'node:crypto'
import { getDb, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** How long a claim holds without being renewed. A dead worker's requests move on after it. */
export const leaseSeconds = 20

export const claimedSelect = {
  id: true,
  reportId: true,
  accountId: true,
  product: true,
  direction: true,
  targetAccountId: true,
  dateStart: true,
  dateEnd: true,
  includeSubaccounts: true,
  filters: true,
  state: true,
  requestStatus: true,
  requestId: true,
  candidateRequestId: true,
  adopted: true,
  receiveTime: true,
  itemsCount: true,
  downloadUrl: true,
  submittedAt: true,
  finishedSeenAt: true,
  fileDeadline: true,
  cancelRequestedAt: true,
  problem: true,
  follows: true,
  faults: true,
  version: true,
  createdAt: true,
  account: {
    select: {
      id: true,
      environment: true,
      apiKey: true,
      label: true,
      refusedAt: true,
      removedAt: true,
    },
  },
} satisfies Prisma.ReportRequestSelect

type ClaimedRow = Prisma.ReportRequestGetPayload<{ select: typeof claimedSelect }>

/** A request in this worker's hands. Every write carries `leaseId`; a lease that ran out can't write. */
export type Claim = ClaimedRow & {
  leaseId: string
  /** The lease of a worker that died or stalled over this request, if one did. */
  brokenLeaseId: string | null
  now: Date
}

/** Takes a due request, or null when it is not due, or in other hands. */
export async function claimRequest(id: string): Promise<Claim | null> {
  const leaseId = randomUUID()
  const db = getDb()
  const taken = await db.$queryRaw<{ broken: string | null; now: Date }[]>`
    UPDATE "ReportRequest" AS r
    SET "leaseId" = ${leaseId}::uuid, "leaseUntil" = app_now() + make_interval(secs => ${leaseSeconds})
    FROM (
      SELECT "id", "leaseId" AS broken FROM "ReportRequest"
      WHERE "id" = ${id}::uuid AND "dueAt" <= app_now() AND ("leaseUntil" IS NULL OR "leaseUntil" < app_now())
      FOR UPDATE
    ) AS old
    WHERE r."id" = old."id"
    RETURNING old.broken::text AS broken, app_now() AS now`
  const claim = taken[0]
  if (!claim) return null
  const row = await db.reportRequest.findFirst({ where: { id, leaseId }, select: claimedSelect })
  return row && { ...row, leaseId, brokenLeaseId: claim.broken, now: claim.now }
}

/** Holds a claim for another while. False when it was lost: stop working on it. */
export async function renewLease(claim: Claim): Promise<boolean> {
  const count = await getDb().$executeRaw`
    UPDATE "ReportRequest" SET "leaseUntil" = app_now() + make_interval(secs => ${leaseSeconds})
    WHERE "id" = ${claim.id}::uuid AND "leaseId" = ${claim.leaseId}::uuid`
  return count === 1
}

export type RequestPatch = Prisma.ReportRequestUncheckedUpdateManyInput

/**
 * Writes what a worker found out, while the claim still holds.
 * @returns false when the lease was lost; nothing is written then
 */
export async function updateClaimed(tx: Tx, claim: Claim, patch: RequestPatch): Promise<boolean> {
  const { count } = await tx.reportRequest.updateMany({
    where: { id: claim.id, leaseId: claim.leaseId },
    data: patch,
  })
  return count === 1
}
