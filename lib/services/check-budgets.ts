import { listAccountLabels } from '@/lib/data/accounts/list-account-labels'
import { countSpent } from '@/lib/data/budgets/count-spent'
import { getBudgets } from '@/lib/data/budgets/get-budgets'
import { listPending, type Pending } from '@/lib/data/budgets/list-pending'
import { listUnbilledPages } from '@/lib/data/budgets/list-unbilled-pages'
import { appNow, getDb, type Tx } from '@/lib/db/client'
import { addDecimals, timesDecimal } from '@/lib/format/exact-decimal'
import type { CostEstimate, RecordPrice } from '@/lib/plan/cost-estimate'
import { judgeBudget } from '@/lib/plan/judge-budget'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { BudgetCheck, BudgetView } from '@/lib/schemas/budget'
import { estimateCost } from './estimate-cost'

/**
 * Where each account that has a budget stands this month (UTC), with what is about to be asked: what Vonage charged, what
 * is on its way or not yet in REPORTS-USAGE, and the estimate. What has no known price is counted apart.
 * @param estimate of the same requests
 */
export function checkBudgets(
  requests: readonly AskedRequest[],
  estimate: CostEstimate,
  tx: Tx = getDb(),
): Promise<BudgetCheck[]> {
  const accountIds = [...new Set(requests.map(({ accountId }) => accountId))]
  return checkAccounts(accountIds, priceAsked(requests, estimate), tx)
}

/** Where accounts that have a budget stand now. */
export function listBudgets(accountIds: readonly string[]): Promise<BudgetCheck[]> {
  return checkAccounts(accountIds, [], getDb())
}

async function checkAccounts(
  accountIds: readonly string[],
  asked: readonly Priced[],
  tx: Tx,
): Promise<BudgetCheck[]> {
  const budgets = await getBudgets(accountIds, tx)
  const ids = [...budgets.keys()]
  if (ids.length === 0) return []
  const spent = await countSpent(tx, ids)
  const pending = [
    ...(await pricePending(await listPending(tx, ids), tx)),
    ...(await listUnbilledPages(tx, ids)),
  ]
  const labels = await listAccountLabels(ids, tx)
  const month = (await appNow(tx)).toISOString().slice(0, 7)
  return ids.map((accountId) => {
    const budget = budgets.get(accountId) as BudgetView
    const mine = (one: { accountId: string }) => one.accountId === accountId
    const onTheWay = addUp(pending.filter(mine), budget.currency)
    const about = addUp(asked.filter(mine), budget.currency)
    const counted = {
      spent: spent.find((one) => mine(one) && one.currency === budget.currency)?.spent ?? '0',
      pending: onTheWay.sum,
      asked: about.sum,
    }
    return {
      ...budget,
      ...counted,
      ...judgeBudget(budget, counted),
      accountId,
      accountLabel: labels.get(accountId) ?? '',
      month,
      withoutPrice: onTheWay.unknown + about.unknown,
    }
  })
}

/** `price` null: not known. */
type Priced = { accountId: string; currency: string; price: string | null }

function addUp(all: readonly Priced[], currency: string): { sum: string; unknown: number } {
  const known = all.flatMap((one) =>
    one.price !== null && one.currency === currency ? [one.price] : [],
  )
  return { sum: addDecimals(...known), unknown: all.length - known.length }
}

function priceAsked(requests: readonly AskedRequest[], estimate: CostEstimate): Priced[] {
  return estimate.requests.flatMap(({ free, price }, index) => {
    const accountId = requests[index]?.accountId
    if (free || !accountId) return []
    return [{ accountId, currency: price?.currency ?? '', price: price?.price ?? null }]
  })
}

/** Counted records at the price of one; what Vonage has not counted yet is estimated. */
async function pricePending(pending: readonly Pending[], tx: Tx): Promise<Priced[]> {
  const { requests, recordPrices } = await estimateCost(pending, tx)
  return pending.flatMap(({ accountId, product, records }, index) => {
    const guess = requests[index]
    if (guess?.free) return []
    const known = findPrice(recordPrices, accountId, product)
    const price =
      known && records !== null
        ? timesDecimal(known.perRecord, records)
        : (guess?.price?.price ?? null)
    return [{ accountId, currency: known?.currency ?? '', price }]
  })
}

function findPrice(prices: readonly RecordPrice[], accountId: string, product: string) {
  return prices.find((one) => one.accountId === accountId && one.product === product)
}
