import { randomUUID } from 'node:crypto'
import { columnsOf } from '@/lib/catalogue/columns'
import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { getDb } from '@/lib/db/client'
import type { RequestState } from '@/lib/schemas/states'

type Seed = {
  accountId: string
  userId: string
  targetAccountId: string
  product: ProductCode
  direction: Direction | null
  dateStart: string
  dateEnd: string
  filters: Record<string, string | boolean>
  includeSubaccounts: boolean
  state: RequestState
  requestStatus: string | null
  /** Vonage's `receive_time`; a week after the range, unless told. */
  fetchedAt: string | null
  rows: number
  itemsCount: number | null
  columns: string[]
  title: string
}

/** Puts a report with one request into the database, with its archive's row when it is ready. @returns the request's id */
export async function seedArchive(
  seed: Pick<Seed, 'accountId' | 'userId' | 'dateStart' | 'dateEnd'> & Partial<Seed>,
): Promise<{ requestId: string; reportId: string }> {
  const week = 7 * 24 * 3600_000
  const {
    accountId,
    userId,
    product = 'SMS',
    direction = 'outbound',
    state = 'ready',
    fetchedAt = new Date(Date.parse(seed.dateEnd) + week).toISOString(),
    rows = 1000,
    title = 'Earlier report',
  } = seed
  const report = await getDb().report.create({
    data: { formId: randomUUID(), createdById: userId, title, timeZone: 'UTC', parameters: {} },
  })
  const request = await getDb().reportRequest.create({
    data: {
      reportId: report.id,
      accountId,
      product,
      direction,
      targetAccountId: seed.targetAccountId ?? 'abcd1234',
      dateStart: seed.dateStart,
      dateEnd: seed.dateEnd,
      includeSubaccounts: seed.includeSubaccounts ?? false,
      filters: seed.filters ?? {},
      state,
      requestStatus: seed.requestStatus ?? (state === 'ready' ? 'SUCCESS' : 'PENDING'),
      receiveTime: fetchedAt,
      itemsCount: seed.itemsCount ?? null,
    },
  })
  if (state === 'ready')
    await getDb().archive.create({
      data: {
        requestId: request.id,
        storeKey: `${request.id}.zip`,
        bytes: 1,
        sha256: '',
        rows,
        csvBytes: 1,
        columns: seed.columns ?? [...columnsOf(product, direction)],
      },
    })
  return { requestId: request.id, reportId: report.id }
}
