import { type FilterName, filters } from '@/lib/catalogue/filters'
import { getProduct, productTitle } from '@/lib/catalogue/products'
import type { AccountView } from '@/lib/schemas/views'
import type { ReportFormValues } from './form-values'

/**
 * One sentence on what is about to be asked, from what would be sent.
 *
 * @param values as `prepareValues` leaves them
 * @param range the range in words; null while it cannot be read
 * @returns null as long as there is nothing to say
 */
export function describeReport(
  values: ReportFormValues,
  account: AccountView | undefined,
  range: string | null,
): string | null {
  if (values.product === '') return null
  const product = getProduct(values.product)
  const parts = [`Ask Vonage for ${productTitle(values.product, values.direction)}`]
  if (product.direction === 'optional' && !values.direction) parts.push(', in both directions,')
  if (account) parts.push(` of ${describeAccount(values, account)}`)
  if (range) parts.push(`, ${range}`)
  const only = describeFilters(values.filters)
  if (only) parts.push(`, only where ${only}`)
  if (values.filters.include_message) parts.push(', with the text of each message')
  return `${parts.join('').replace(/,,| ,/g, ',').replace(/,$/, '')}.`
}

/** What such a report does to the bill. */
export function describeCost(values: ReportFormValues, account: AccountView | undefined): string {
  if (values.product !== '' && getProduct(values.product).free)
    return 'Vonage makes this report free of charge.'
  const rule =
    'Vonage bills each record in the report. Asking again for the same records is billed again.'
  return account?.environment === 'sandbox' ? `${rule} The sandbox bills nothing.` : rule
}

function describeAccount(values: ReportFormValues, account: AccountView): string {
  const own = values.targetAccountId === account.apiKey
  const name = own ? account.label : `account ${values.targetAccountId} (through ${account.label})`
  return values.includeSubaccounts ? `${name} and all of its sub-accounts` : name
}

function describeFilters(sent: ReportFormValues['filters']): string {
  return (Object.entries(sent) as [FilterName, string | boolean][])
    .filter(([name]) => filters[name].kind === 'text')
    .map(([name, value]) => `${filters[name].label.toLowerCase()} is ${value}`)
    .join(' and ')
}
