import { randomUUID } from 'node:crypto'
import { getDb } from '@/lib/db/client'

type Line = {
  accountId: string
  product: string
  receivedAt: string
  itemsWritten: number
  isCharged: boolean
  totalPrice: string
  currency: string
  requestId: string | null
}

/** Puts a line of REPORTS-USAGE into the database. */
export async function seedUsage(
  line: Pick<Line, 'accountId' | 'itemsWritten' | 'totalPrice'> & Partial<Line>,
): Promise<void> {
  await getDb().usageRecord.create({
    data: {
      recordId: randomUUID(),
      targetAccountId: 'abcd1234',
      masterAccountId: 'abcd1234',
      product: 'SMS',
      jobType: 'ASYNC_JOB',
      status: 'SUCCESS',
      isCharged: true,
      currency: 'EUR',
      tierVolume: '',
      parameters: {},
      receivedAt: '2026-06-01T00:00:00Z',
      ...line,
    },
  })
}
