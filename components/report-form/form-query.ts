import { type FilterName, filters } from '@/lib/catalogue/filters'
import { directions, isProductCode } from '@/lib/catalogue/products'
import { splits } from '@/lib/schemas/form-rules'
import { splitValues } from '@/lib/schemas/split-values'
import { isTimeZone } from '@/lib/schemas/time-zone'
import type { AccountView } from '@/lib/schemas/views'
import { chosenProducts, directionOfAll, filtersOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'

/** What a link says about the form, and what of it was left out, each a sentence. */
export type ReadQuery = { values: Partial<ReportFormValues>; notes: string[] }

type Reader = (text: string, accounts: readonly AccountView[]) => Partial<ReportFormValues> | null
type ListReader = (
  texts: readonly string[],
  accounts: readonly AccountView[],
) => Partial<ReportFormValues> | null

/** Longer addresses are cut or refused on their way by some programs. */
const longestQuery = 6000

const filterKey = (name: string) => `filter.${name}`

const readers: Record<string, Reader> = {
  account: (id, accounts) =>
    accounts.some((account) => account.id === id) ? { accountId: id } : null,
  target: (text) => {
    const targets = readTargets(text)
    return targets === null ? null : { targetAccountId: targets }
  },
  direction: (text) => {
    const direction = ([...directions, 'both'] as const).find((known) => known === text)
    return direction ? { direction } : null
  },
  from: (text) => (isLine(text, 40) ? { from: text } : null),
  to: (text) => (isLine(text, 40) ? { to: text } : null),
  zone: (text) => (isTimeZone(text) ? { timeZone: text } : null),
  split: (text) => {
    const split = splits.find((known) => known === text)
    return split ? { split } : null
  },
  subaccounts: (text) => (text === 'yes' ? { includeSubaccounts: true } : null),
  ...Object.fromEntries(
    (Object.keys(filters) as FilterName[]).map((name) => [filterKey(name), readFilter(name)]),
  ),
}

/** What may come several times. */
const listReaders: Record<string, ListReader> = {
  product: (texts) => {
    const [product, ...moreProducts] = texts.filter(isProductCode)
    return product && moreProducts.length === texts.length - 1 ? { product, moreProducts } : null
  },
  // An account’s id, and after a colon the account IDs that are asked about through it.
  also: (texts, accounts) => {
    const moreAccounts = texts.flatMap((text) => {
      const [accountId = '', list = ''] = text.split(':')
      const targets = readTargets(list)
      return targets !== null && accounts.some(({ id }) => id === accountId)
        ? { accountId, targets }
        : []
    })
    return moreAccounts.length === texts.length ? { moreAccounts } : null
  },
}

/** The open form as a link, without what is empty; null where it would be too long for one. */
export function toFormQuery(values: ReportFormValues): string | null {
  const query = new URLSearchParams()
  const set = (key: string, value: string | null) => value && query.set(key, value)
  set('account', values.accountId)
  set('target', writeTargets(values.targetAccountId))
  for (const { accountId, targets } of values.moreAccounts)
    query.append('also', `${accountId}:${writeTargets(targets)}`)
  for (const code of chosenProducts(values)) query.append('product', code)
  set('direction', values.direction)
  set('from', values.from.trim())
  set('to', values.to.trim())
  set('zone', values.timeZone)
  set('split', values.split === 'none' ? null : values.split)
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
    const texts = typeof value === 'string' ? [value] : value
    const one = Object.hasOwn(readers, key) ? readers[key] : undefined
    const many = Object.hasOwn(listReaders, key) ? listReaders[key] : undefined
    if (!one && !many) {
      unknown.push(key)
      continue
    }
    const read =
      many?.(texts, accounts) ?? (texts.length === 1 && one?.(String(texts[0]), accounts))
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
  const codes = chosenProducts({ product: values.product, moreProducts: values.moreProducts ?? [] })
  const { direction, filters: named = {}, ...rest } = values
  const allowed = new Set<string>(filtersOfAll(codes))
  const [fit, unfit] = [true, false].map((wanted) =>
    Object.entries(named).filter(([name]) => allowed.has(name) === wanted),
  ) as [[string, string | boolean][], [string, string | boolean][]]
  const takesDirection = directionOfAll(codes) !== 'invalid'
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

/** Account IDs with commas between them, as lines; null where one of them is none. */
function readTargets(text: string): string | null {
  const targets = text.split(',')
  return targets.every((target) => /^[0-9A-Za-z]{8}$/.test(target)) ? targets.join('\n') : null
}

function writeTargets(text: string): string {
  return splitValues(text, 'words').values.join(',')
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
