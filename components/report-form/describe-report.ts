import { type FilterName, filters } from '@/lib/catalogue/filters'
import { getProduct, productTitle } from '@/lib/catalogue/products'
import { splitValues } from '@/lib/schemas/split-values'
import type { AccountView } from '@/lib/schemas/views'
import { chosenProducts, directionOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'
import { toInput } from './to-input'

/**
 * One sentence on what is about to be asked, from what would be sent.
 *
 * @param values as `prepareValues` leaves them
 * @param range the range in words; null while it cannot be read
 * @returns null as long as there is nothing to say
 */
export function describeReport(
  values: ReportFormValues,
  accounts: readonly AccountView[],
  range: string | null,
): string | null {
  const codes = chosenProducts(values)
  if (codes.length === 0) return null
  const parts = [`Ask Vonage for ${describeProducts(values)}`]
  const whose = describeAccounts(values, accounts)
  if (whose) parts.push(` of ${whose}`)
  if (range) parts.push(`, ${range}`)
  const only = describeFilters(values.filters)
  if (only) parts.push(`, only where ${only}`)
  if (values.filters.include_message) parts.push(', with the text of each message')
  return `${parts.join('').replace(/,,| ,/g, ',').replace(/,$/, '')}.`
}

/** What such a report does to the bill. */
export function describeCost(values: ReportFormValues, accounts: readonly AccountView[]): string {
  const codes = chosenProducts(values)
  if (codes.length > 0 && codes.every((code) => getProduct(code).free))
    return 'Vonage makes this report free of charge.'
  const rule =
    'Vonage bills each record in the report. Asking again for the same records is billed again.'
  const asking = accounts.filter(({ id }) =>
    [values.accountId, ...values.moreAccounts.map((more) => more.accountId)].includes(id),
  )
  const isSandbox =
    asking.length > 0 && asking.every(({ environment }) => environment === 'sandbox')
  return isSandbox ? `${rule} The sandbox bills nothing.` : rule
}

function describeProducts(values: ReportFormValues): string {
  const codes = chosenProducts(values)
  const { direction } = values
  const oneWay = direction === 'both' ? null : direction
  const titles = codes.map((code) =>
    productTitle(code, getProduct(code).direction === 'invalid' ? null : oneWay),
  )
  const rule = directionOfAll(codes)
  const isBoth = rule !== 'invalid' && (direction === 'both' || (!direction && rule === 'optional'))
  return isBoth ? `${listWords(titles)}, in both directions,` : listWords(titles)
}

function describeAccounts(values: ReportFormValues, accounts: readonly AccountView[]): string {
  const names = toInput(values).accounts.flatMap(({ accountId, targets }) => {
    const account = accounts.find(({ id }) => id === accountId)
    if (!account) return []
    const [only] = targets
    if (targets.length > 1) return [`${targets.length} account IDs (through ${account.label})`]
    return [
      only === account.apiKey ? account.label : `account ${only ?? ''} (through ${account.label})`,
    ]
  })
  if (names.length === 0) return ''
  return values.includeSubaccounts
    ? `${listWords(names)} and all of ${names.length > 1 ? 'their' : 'its'} sub-accounts`
    : listWords(names)
}

function describeFilters(sent: ReportFormValues['filters']): string {
  return (Object.entries(sent) as [FilterName, string | boolean][])
    .filter(([name]) => filters[name].kind === 'text')
    .map(([name, value]) => {
      const filter = filters[name]
      const { values } = splitValues(String(value), 'list' in filter ? filter.list : undefined)
      const is = values.length > 1 ? `one of ${values.length}` : values[0]
      return `${filter.label.toLowerCase()} is ${is}`
    })
    .join(' and ')
}

/** “A”, “A and B”, “A, B and 3 more”. */
function listWords(words: readonly string[]): string {
  if (words.length > 4) return `${words.slice(0, 3).join(', ')} and ${words.length - 3} more`
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
