import { isProductCode, type ProductCode } from '@/lib/catalogue/products'
import type { RecordFilter, RecordScope } from './records'

/** What a person looks at in a report’s records: all of it stands in the page’s address. */
export type RecordView = RecordScope & {
  /** Null: the report’s first. */
  product: ProductCode | null
  sort: { column: string; descending: boolean } | null
  /** Which columns, in which order; null: the usual ones of the product. */
  columns: string[] | null
  /** The first record that can be scrolled to. */
  start: number
}

export const emptyView: RecordView = {
  product: null,
  filters: [],
  search: '',
  sort: null,
  columns: null,
  start: 0,
}

/** A filter’s word in an address stands before the name of its column: `is.status=delivered`. */
const words = {
  is: 'is',
  'is-not': 'not',
  contains: 'contains',
  'starts-with': 'starts',
} as const
const kindByWord = new Map(
  (Object.keys(words) as (keyof typeof words)[]).map((op) => [words[op] as string, op]),
)
/** As many as are answered at once. */
const mostFilters = 50

/** Reads an address. What can’t be believed is left out. */
export function readRecordView(query: URLSearchParams): RecordView {
  const product = query.get('product') ?? ''
  const column = query.get('sort')
  const columns = query.getAll('column')
  const start = Number(query.get('start') ?? 0)
  return {
    product: isProductCode(product) ? product : null,
    filters: readFilters(query),
    search: (query.get('q') ?? '').trim().slice(0, 200),
    sort: column ? { column, descending: query.get('order') === 'desc' } : null,
    columns: columns.length > 0 ? [...new Set(columns)] : null,
    start: Number.isSafeInteger(start) && start > 0 ? start : 0,
  }
}

function readFilters(query: URLSearchParams): RecordFilter[] {
  const found: RecordFilter[] = []
  const seen = new Set<string>()
  for (const [name, value] of query) {
    const dot = name.indexOf('.')
    if (dot < 1) continue
    const [word, column] = [name.slice(0, dot), name.slice(dot + 1)]
    const op = kindByWord.get(word)
    if (op === 'contains' || op === 'starts-with') found.push({ column, op, text: value })
    else if (word === 'empty') found.push({ column, op: value === 'no' ? 'not-empty' : 'empty' })
    else if (op || word === 'from' || word === 'to') {
      const key = `${op ?? 'between'}.${column}`
      if (seen.has(key)) continue
      seen.add(key)
      if (op) found.push({ column, op, values: [...new Set(query.getAll(name))].slice(0, 1000) })
      else found.push({ column, op: 'between', ...readRange(query, column) })
    }
  }
  return found.filter(isMeant).slice(0, mostFilters)
}

/** No text and no bound say nothing. */
function isMeant(filter: RecordFilter): boolean {
  if ('text' in filter) return filter.text !== ''
  return filter.op !== 'between' || filter.from !== undefined || filter.to !== undefined
}

function readRange(query: URLSearchParams, column: string) {
  const [from, to] = [query.get(`from.${column}`), query.get(`to.${column}`)]
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

/** The address of a view: the part after the question mark. */
export function writeRecordView(view: RecordView): string {
  const query = new URLSearchParams()
  if (view.product) query.set('product', view.product)
  for (const filter of view.filters)
    for (const [name, value] of writeFilter(filter)) query.append(name, value)
  if (view.search) query.set('q', view.search)
  if (view.sort) {
    query.set('sort', view.sort.column)
    if (view.sort.descending) query.set('order', 'desc')
  }
  for (const column of view.columns ?? []) query.append('column', column)
  if (view.start > 0) query.set('start', String(view.start))
  return query.toString()
}

function writeFilter(filter: RecordFilter): [string, string][] {
  const { column } = filter
  switch (filter.op) {
    case 'is':
    case 'is-not':
      return filter.values.map((value) => [`${words[filter.op]}.${column}`, value])
    case 'contains':
    case 'starts-with':
      return [[`${words[filter.op]}.${column}`, filter.text]]
    case 'between':
      return [
        ...(filter.from ? [[`from.${column}`, filter.from] as [string, string]] : []),
        ...(filter.to ? [[`to.${column}`, filter.to] as [string, string]] : []),
      ]
    case 'empty':
      return [[`empty.${column}`, 'yes']]
    case 'not-empty':
      return [[`empty.${column}`, 'no']]
  }
}

/** The filters with one more, which takes the place of the one of its kind on its column. */
export function withFilter(filters: readonly RecordFilter[], filter: RecordFilter): RecordFilter[] {
  return [
    ...filters.filter(({ column, op }) => column !== filter.column || op !== filter.op),
    filter,
  ]
}

/** The filters without one of them. */
export function withoutFilter(
  filters: readonly RecordFilter[],
  filter: RecordFilter,
): RecordFilter[] {
  // By what it says: a view is read anew from each address.
  const said = JSON.stringify(writeFilter(filter))
  return filters.filter((other) => JSON.stringify(writeFilter(other)) !== said)
}

/** The filters with one in the place of another. The others of its column stay, but for one of the same kind where an address holds one. */
export function replaceFilter(
  filters: readonly RecordFilter[],
  before: RecordFilter | null,
  after: RecordFilter | null,
): RecordFilter[] {
  const others = before ? withoutFilter(filters, before) : [...filters]
  if (!after) return others
  return 'text' in after ? [...withoutFilter(others, after), after] : withFilter(others, after)
}
