import { type ProductCode, productCodes } from '@/lib/catalogue/products'
import { requestStates } from './states'

/** States by what they mean for the person who looks: a choice of the history's filter. */
export const stateGroups = {
  moving: ['queued', 'submitting', 'running', 'archiving'],
  attention: ['unconfirmed', 'rejected', 'failed', 'expired'],
} as const
type StateGroup = keyof typeof stateGroups

/** What the history can be sorted by; each with the order that it begins with. */
export const reportSorts = {
  created: 'desc',
  range: 'desc',
  rows: 'desc',
  size: 'desc',
  title: 'asc',
} as const
export type ReportSort = keyof typeof reportSorts

const mostChoices = 50
const longestText = 200
const longestCursor = 400

const stateChoices = [...(Object.keys(stateGroups) as StateGroup[]), ...requestStates] as const
export type StateChoice = (typeof stateChoices)[number]

export type ListReportsInput = {
  q: string
  state: StateChoice[]
  product: ProductCode[]
  account: string[]
  person: string[]
  /** When it was asked for: first and last day, in the reader’s time zone. */
  created: string
  createdTo: string
  /** Reports whose range meets these days. */
  from: string
  to: string
  sort: ReportSort
  order: 'asc' | 'desc' | null
  cursor: string | null
}
type ListName = keyof ListReportsInput

const isId = (said: string): said is string =>
  /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(said)

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (said: string): said is T =>
    (known as readonly string[]).includes(said)

/** One value or many, each once; what is none of them is left out. */
function several<T extends string>(said: unknown, isOne: (said: string) => said is T): T[] {
  const values = [said].flat().slice(0, mostChoices)
  return [...new Set(values.filter((value) => typeof value === 'string' && isOne(value)))] as T[]
}

const isSort = (said: unknown): said is ReportSort =>
  typeof said === 'string' && Object.hasOwn(reportSorts, said)

function text(said: unknown): string {
  const line = typeof said === 'string' ? said.trim() : ''
  return line.length <= longestText && !/\p{Cc}/u.test(line) ? line : ''
}

/** Whether it is the `YYYY-MM-DD` of a day that there is. */
function isDay(said: string): boolean {
  const at = new Date(`${said}T00:00:00Z`)
  return said.length === 10 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(said)
}

function day(said: unknown): string {
  return typeof said === 'string' && isDay(said) ? said : ''
}

const readers: { [Name in ListName]: (said: unknown) => ListReportsInput[Name] } = {
  q: text,
  state: (said) => several(said, oneOf(stateChoices)),
  product: (said) => several(said, oneOf(productCodes)),
  account: (said) => several(said, isId),
  person: (said) => several(said, isId),
  created: day,
  createdTo: day,
  from: day,
  to: day,
  sort: (said) => (isSort(said) ? said : 'created'),
  order: (said) => (said === 'asc' || said === 'desc' ? said : null),
  cursor: (said) => (typeof said === 'string' && said.length <= longestCursor ? said : null),
}
export const listNames = Object.keys(readers) as ListName[]

/**
 * The history's filters, order and place, as they stand in the URL. What can’t be read is as if it were not there. Without
 * a schema library: every visit to the history has this code.
 */
export function readListInput(said: { readonly [Name in ListName]?: unknown }): ListReportsInput {
  return Object.fromEntries(
    listNames.map((name) => [name, readers[name](said[name])]),
  ) as ListReportsInput
}

/** What narrows the list down, without order and place. */
export type ReportFilter = Omit<ListReportsInput, 'sort' | 'order' | 'cursor'>

const noFilter: ReportFilter = {
  q: '',
  state: [],
  product: [],
  account: [],
  person: [],
  created: '',
  createdTo: '',
  from: '',
  to: '',
}

export const clearedFilter: Readonly<ReportFilter> = noFilter

/** How many filters are set. */
export function countFilters(input: Partial<ReportFilter>): number {
  return (Object.keys(noFilter) as (keyof ReportFilter)[]).filter((name) => input[name]?.length)
    .length
}

/** The query of a list: what is as it is from the start is left out; several values stand one by one. */
export function toListQuery(input: Partial<ListReportsInput>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input))
    for (const one of [value].flat())
      if (one && !(name === 'sort' && one === 'created')) query.append(name, one)
  return query.toString()
}

/**
 * What a query says, as `toListQuery` writes it.
 * @param valuesOf all values of a name
 */
export function readListQuery(valuesOf: (name: ListName) => readonly string[]): ListReportsInput {
  const said = listNames.map((name) => {
    const values = valuesOf(name)
    return [name, values.length > 1 ? values : values[0]] as const
  })
  return readListInput(Object.fromEntries(said))
}
