import { addedColumns } from '@/lib/catalogue/added-columns'
import { getProduct } from '@/lib/catalogue/products'
import { listPastRecords, type PastFile } from '@/lib/data/requests/list-past-records'
import { findRecordPrices } from '@/lib/data/usage/find-record-prices'
import { getDb, type Tx } from '@/lib/db/client'
import { addDecimals, timesDecimal } from '@/lib/format/exact-decimal'
import type {
  CostEstimate,
  PriceEstimate,
  RecordPrice,
  RequestEstimate,
} from '@/lib/plan/cost-estimate'
import {
  estimateRecords,
  learnTraffic,
  type PastRecords,
  type Traffic,
} from '@/lib/plan/estimate-records'
import { groupBySeries } from '@/lib/plan/group-by-series'
import type { AskedRequest } from '@/lib/plan/paid-request'

/**
 * What requests may bring and cost, before they are sent: records from this instance's own files of the same account,
 * product and direction, the price of one from what REPORTS-USAGE charged of late. What is not known is counted, never
 * guessed at. Bounds are added up as if all requests erred the same way.
 * @param also what else is known of the same records, beside complete files
 */
export async function estimateCost(
  requests: readonly AskedRequest[],
  tx: Tx = getDb(),
  also: readonly PastRecords[] = [],
): Promise<CostEstimate> {
  const series = groupBySeries(requests, (filter) => Object.hasOwn(addedColumns, filter))
  const past = Map.groupBy(
    await listPastRecords(
      tx,
      series.map(({ asked }) => asked),
    ),
    ({ index }) => index,
  )
  const prices = await findRecordPrices(tx, distinctProducts(requests))
  const estimates = new Array<RequestEstimate>(requests.length)
  for (const [index, { asked, members }] of series.entries()) {
    const known = learn(past.get(index) ?? [], asked, also)
    for (const member of members)
      estimates[member] = estimateOne(requests[member] as AskedRequest, known, prices)
  }
  return sumUp(estimates, prices)
}

function distinctProducts(requests: readonly AskedRequest[]) {
  const pairs = requests.map(({ accountId, product }) => ({ accountId, product }))
  return [...new Map(pairs.map((pair) => [`${pair.accountId} ${pair.product}`, pair])).values()]
}

type Known = { traffic: Traffic | null; atMost: boolean }

/** Where no file has the same filters, those without any tell what there is at most. */
function learn(
  past: readonly PastFile[],
  asked: Pick<AskedRequest, 'dateStart' | 'dateEnd'>,
  also: readonly PastRecords[],
): Known {
  const toRecords = ({ from, to, rows }: PastFile) => ({
    from: from.getTime(),
    to: to.getTime(),
    rows,
  })
  const exact = [...past.filter((file) => file.isExact).map(toRecords), ...also]
  const atMost = exact.length === 0 && past.length > 0
  const around = { from: Date.parse(asked.dateStart), to: Date.parse(asked.dateEnd) }
  return { traffic: learnTraffic(atMost ? past.map(toRecords) : exact, around), atMost }
}

function estimateOne(
  { key, accountId, product, dateStart, dateEnd }: AskedRequest,
  { traffic, atMost }: Known,
  prices: readonly RecordPrice[],
): RequestEstimate {
  const free = getProduct(product).free ?? false
  const found =
    traffic && estimateRecords({ from: Date.parse(dateStart), to: Date.parse(dateEnd) }, traffic)
  const records = found && {
    expected: found.records,
    low: atMost ? 0 : found.low,
    high: found.high,
  }
  const price = prices.find((one) => one.accountId === accountId && one.product === product)
  return {
    key,
    records,
    atMost,
    files: found?.files ?? 0,
    free,
    price:
      records && price && !free
        ? {
            currency: price.currency,
            price: timesDecimal(price.perRecord, records.expected),
            low: timesDecimal(price.perRecord, records.low),
            high: timesDecimal(price.perRecord, records.high),
          }
        : null,
  }
}

function sumUp(requests: RequestEstimate[], recordPrices: RecordPrice[]): CostEstimate {
  const known = requests.flatMap(({ records }) => records ?? [])
  const sum = (of: (one: (typeof known)[number]) => number) =>
    known.reduce((total, one) => total + of(one), 0)
  return {
    requests,
    records: {
      expected: sum(({ expected }) => expected),
      low: sum(({ low }) => low),
      high: sum(({ high }) => high),
    },
    withoutRecords: requests.length - known.length,
    withoutPrice: requests.filter(({ price, free }) => !price && !free).length,
    atMost: requests.some(({ atMost }) => atMost),
    files: Math.max(0, ...requests.map(({ files }) => files)),
    prices: sumPrices(requests.flatMap(({ price }) => price ?? [])),
    recordPrices,
  }
}

function sumPrices(prices: readonly PriceEstimate[]): PriceEstimate[] {
  return [...Map.groupBy(prices, ({ currency }) => currency)].map(([currency, all]) => ({
    currency,
    price: addDecimals(...all.map(({ price }) => price)),
    low: addDecimals(...all.map(({ low }) => low)),
    high: addDecimals(...all.map(({ high }) => high)),
  }))
}
