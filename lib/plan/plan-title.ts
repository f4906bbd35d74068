import { productTitle } from '@/lib/catalogue/products'
import type { PlannedRequest } from './planned-request'

const mostNames = 3

/** What a report is called: “SMS outbound · Main”, “SMS, Voice calls · 3 accounts”. */
export function planTitle(requests: readonly PlannedRequest[]): string {
  const products = [...new Set(requests.map(({ product }) => product))]
  const only = products.length === 1 ? products[0] : undefined
  const directions = [...new Set(requests.map(({ direction }) => direction))]
  const what = only
    ? productTitle(only, directions.length === 1 ? directions[0] : null)
    : products.length <= mostNames
      ? products.map((code) => productTitle(code)).join(', ')
      : `${products.length} products`
  return `${what} · ${nameAccounts(requests)}`
}

function nameAccounts(requests: readonly PlannedRequest[]): string {
  const labels = new Map(requests.map((one) => [one.accountId, one.accountLabel]))
  const targets = new Set(requests.map((one) => `${one.accountId} ${one.targetAccountId}`)).size
  const [label = ''] = labels.values()
  if (labels.size > 1) return `${targets} accounts`
  return targets === 1 ? label : `${label}, ${targets} account IDs`
}
