import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { Tx } from '@/lib/db/client'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { RequestState } from '@/lib/schemas/states'

/** A request that nobody else writes to until the transaction ends. */
export type LockedRequest = {
  id: string
  reportId: string
  accountId: string
  state: RequestState
  cancelRequestedAt: Date | null
  replacedById: string | null
  account: { removedAt: Date | null }
  report: { title: string }
  /** What it asks for. */
  asked: Omit<AskedRequest, 'key'>
}

/** Locks requests, in one order for all who do; those that don't exist are left out. In the order of their ids. */
export async function lockRequests(tx: Tx, ids: readonly string[]): Promise<LockedRequest[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "ReportRequest" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
  const found = await tx.reportRequest.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      reportId: true,
      accountId: true,
      state: true,
      cancelRequestedAt: true,
      replacedById: true,
      product: true,
      direction: true,
      targetAccountId: true,
      dateStart: true,
      dateEnd: true,
      includeSubaccounts: true,
      filters: true,
      account: { select: { removedAt: true } },
      report: { select: { title: true } },
    },
  })
  return found.map(
    ({
      product,
      direction,
      targetAccountId,
      dateStart,
      dateEnd,
      includeSubaccounts,
      filters,
      ...request
    }) => ({
      ...request,
      asked: {
        accountId: request.accountId,
        product: product as ProductCode,
        direction: direction as Direction | null,
        targetAccountId,
        dateStart: dateStart.toISOString(),
        dateEnd: dateEnd.toISOString(),
        includeSubaccounts,
        filters: (filters ?? {}) as AskedRequest['filters'],
      },
    }),
  )
}
