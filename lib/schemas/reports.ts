import { z } from 'zod'
import { type ProductCode, productCodes } from '@/lib/catalogue/products'
import { requestStates } from './states'
import { lineOfText } from './text'

export const requestIdSchema = z.object({ requestId: z.uuid() })
export const reportIdSchema = z.object({ reportId: z.uuid() })

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

const day = z
  .union([z.literal(''), z.iso.date()])
  .catch('')
  .default('')

/** The history's filters, order and place, as they stand in the URL. What can’t be read is as if it were not there. */
export const listReportsSchema = z.object({
  q: lineOfText(200).catch('').default(''),
  state: z
    .enum([...requestStates, ...(Object.keys(stateGroups) as StateGroup[])])
    .nullable()
    .catch(null)
    .default(null),
  product: z
    .enum(productCodes as [ProductCode, ...ProductCode[]])
    .nullable()
    .catch(null)
    .default(null),
  account: z.uuid().nullable().catch(null).default(null),
  person: z.uuid().nullable().catch(null).default(null),
  /** When it was asked for: first and last day, in the reader’s time zone. */
  created: day,
  createdTo: day,
  /** Reports whose range meets these days. */
  from: day,
  to: day,
  sort: z
    .enum(Object.keys(reportSorts) as [ReportSort, ...ReportSort[]])
    .catch('created')
    .default('created'),
  order: z.enum(['asc', 'desc']).nullable().catch(null).default(null),
  cursor: z.string().max(400).nullable().catch(null).default(null),
})

/** Which of a report's requests are looked at. What can't be read is as if it were not there. */
export const listRequestsSchema = z.object({
  state: z.enum(requestStates).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(0).max(1000).catch(0).default(0),
})

export type ListReportsInput = z.infer<typeof listReportsSchema>

/** What narrows the list down, without order and place. */
export type ReportFilter = Omit<ListReportsInput, 'sort' | 'order' | 'cursor'>

const noFilter: ReportFilter = {
  q: '',
  state: null,
  product: null,
  account: null,
  person: null,
  created: '',
  createdTo: '',
  from: '',
  to: '',
}

export const clearedFilter: Readonly<ReportFilter> = noFilter

/** How many filters are set. */
export function countFilters(input: ReportFilter): number {
  return (Object.keys(noFilter) as (keyof ReportFilter)[]).filter((name) => Boolean(input[name]))
    .length
}

/** The query of a list: what is as it is from the start is left out. */
export function toListQuery(input: Partial<ListReportsInput>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input))
    if (value && !(name === 'sort' && value === 'created')) query.set(name, value)
  return query.toString()
}
