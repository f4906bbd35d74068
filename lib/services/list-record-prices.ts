import { productCodes } from '@/lib/catalogue/products'
import { findRecordPrices } from '@/lib/data/usage/find-record-prices'
import { getDb } from '@/lib/db/client'
import type { RecordPrice } from '@/lib/plan/cost-estimate'

/** Of more accounts than these the prices are not told before a call; each is one look at an index. */
const mostAccounts = 50

/** What a record of each product cost each account of late, as far as that is known. */
export function listRecordPrices(accounts: readonly { id: string }[]): Promise<RecordPrice[]> {
  const wanted = accounts
    .slice(0, mostAccounts)
    .flatMap(({ id }) => productCodes.map((product) => ({ accountId: id, product })))
  return findRecordPrices(getDb(), wanted)
}
