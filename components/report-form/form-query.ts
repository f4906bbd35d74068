import { type FilterName, filters } from '@/lib/catalogue/filters'
import { directions, filtersOf, getProduct, isProductCode } from '@/lib/catalogue/products'
import { isTimeZone } from '@/lib/schemas/time-zone'
import type { AccountView } from '@/lib/schemas/views'
import type { ReportFormValues } from './form-values'

/** What a link says about the form, and what of it was left out, each a sentence. */
export type ReadQuery = { values: Partial<ReportFormValues>; notes: string[] }

type Reader = (text: string, accounts: readonly AccountView[]) => Partial<ReportFormValues> | null

/** Longer addresses are cut or refused on their way by some programs. */
const longestQuery = 6000

const filterKey = (name: string) => `filter.${name}`

const readers: Record<string, Reader> = {
  account: (id, accounts) =>
    accounts.some((account) => account.id === id) ? { accountId: id } : null,
  target: (text) => (/^[0-9A-Za-z]{8}$/.test(text) ? { targetAccountId: text } : null),
  product: (text) => (isProductCode(text) ? { product: text } : null),
  direction: (text) => {
    const direction = directions.find((known) => known === text)
    return direction ? { direction } : null
  },
  from: (text) => (isLine(text, 40) ? { from: text } : null),
  to: (text) => (isLine(text, 40) ? { to: text } : null),
  zone: (text) => (isTimeZone(text) ? { timeZone: text } : null),
  subaccounts: (text) => (text === 'yes' ? { includeSubaccounts: true } : null),
  ...Object.fromEntries(
    (Object.keys(filters) as FilterName[]).map((name) => [filterKey(name), readFilter(name)]),
  ),
}

/** The open form as a link, without what is empty; null where it would be too long for one. */
export function toFormQuery(values: ReportFormValues): string | null {
  const query = new URLSearchParams()
  const set = (key: string, value: string | null) => value && query.set(key, value)
  set('account', values.accountId)
  set('target', values.targetAccountId)
  set('product', values.product)
  set('direction', values.direction)
  set('from', values.from.trim())
  set('to', values.to.trim())
  set('zone', values.timeZone)
  set('subaccounts', values.includeSubaccounts ? 'yes' : null)
  for (const [name, value] of Object.entries(values.filters))
    set(filterKey(name), typeof value === 'boolean' ? (value ? 'yes' : null) : value.trim())
  const text = query.toString()
  return text.length <= longestQuery ? text : null
}

/** Reads a link. What it does not know, or cannot believe, is left out and noted; nothing is sent by a link alone. */
export function readFormQuery(
  query: Record<string, string | string[] | undefined>,
  accounts: readonly AccountView[],
): ReadQuery {
  let values: Partial<ReportFormValues> = {}
  const unknown: string[] = []
  const unreadable: string[] = []
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined
    if (!reader) {
      unknown.push(key)
      continue
    }
    const read = typeof value === 'string' ? reader(value, accounts) : null
    if (!read) unreadable.push(key)
    else values = { ...values, ...read, filters: { ...values.filters, ...read.filters } }
  }
  const [fitting, unfit] = fitToProduct(values)
  const notes = [
    unreadable.length > 0 && `Values that can’t be used here: ${listNames(unreadable)}.`,
    unfit.length > 0 && `Not for this product: ${listNames(unfit)}.`,
    unknown.length > 0 && `Unknown to this form: ${listNames(unknown)}.`,
  ]
  return { values: fitting, notes: notes.filter((note) => note !== false) }
}

/** Without what the product would refuse, which would otherwise be gone without a word. */
function fitToProduct(
  values: Partial<ReportFormValues>,
): [fitting: Partial<ReportFormValues>, unfit: string[]] {
  if (!values.product) return [values, []]
  const { direction, filters: named = {}, ...rest } = values
  const allowed = new Set<string>(filtersOf(values.product))
  const [fit, unfit] = [true, false].map((wanted) =>
    Object.entries(named).filter(([name]) => allowed.has(name) === wanted),
  ) as [[string, string | boolean][], [string, string | boolean][]]
  const takesDirection = getProduct(values.product).direction !== 'invalid'
  return [
    {
      ...rest,
      filters: Object.fromEntries(fit),
      ...(takesDirection && direction && { direction }),
    },
    [
      ...(direction && !takesDirection ? ['direction'] : []),
      ...unfit.map(([name]) => filterKey(name)),
    ],
  ]
}

function readFilter(name: FilterName): Reader {
  if (filters[name].kind === 'boolean')
    return (text) => (text === 'yes' ? { filters: { [name]: true } } : null)
  // Of a list, each line is a value.
  return (text) =>
    text.split('\n').every((line) => isLine(line, 256)) ? { filters: { [name]: text } } : null
}

function isLine(text: string, max: number): boolean {
  return text.length <= max && /^\P{Cc}*$/u.test(text)
}

/** A few of the names, each cut: a link may hold anything. */
function listNames(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => `“${name.length > 24 ? `${name.slice(0, 24)}…` : name}”`)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
