import { z } from 'zod'
import { type ProductCode, productCodes } from '@/lib/catalogue/products'
import { requestStates } from './states'
import { lineOfText } from './text'

export const requestIdSchema = z.object({ requestId: z.uuid() })
/** `passBudget`: an admin goes past an account's hard stop. */
export const retryRequestSchema = requestIdSchema.extend({ passBudget: z.boolean().default(false) })
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

const mostChoices = 50

/** One value or many, each once; what is none of them is left out. */
function several<T>(one: z.ZodType<T>) {
  return z
    .unknown()
    .default([])
    .transform((said): T[] => [
      ...new Set(
        [said]
          .flat()
          .slice(0, mostChoices)
          .flatMap((value) => {
            const known = one.safeParse(value)
            return known.success ? [known.data] : []
          }),
      ),
    ])
}

const stateChoices = [...(Object.keys(stateGroups) as StateGroup[]), ...requestStates] as const
export type StateChoice = (typeof stateChoices)[number]

/** The history's filters, order and place, as they stand in the URL. What can’t be read is as if it were not there. */
export const listReportsSchema = z.object({
  q: lineOfText(200).catch('').default(''),
  state: several(z.enum(stateChoices)),
  product: several(z.enum(productCodes as [ProductCode, ...ProductCode[]])),
  account: several(z.uuid()),
  person: several(z.uuid()),
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
type ListName = keyof ListReportsInput
export const listNames = Object.keys(listReportsSchema.shape) as ListName[]

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
  return listReportsSchema.parse(Object.fromEntries(said))
}
