import { z } from 'zod'
import { isTimeZone } from './time-zone'

const value = z.string().max(2000, 'A value has at most 2,000 characters.')
const column = z.string().max(1000)

/**
 * What a record must have in a column to be shown. An empty value is `''`. `between`: times from inclusive to exclusive,
 * numbers both inclusive; one side may be left out.
 */
export const recordFilterSchema = z.discriminatedUnion('op', [
  z.object({ column, op: z.literal('is'), values: z.array(value).min(1).max(1000) }),
  z.object({ column, op: z.literal('is-not'), values: z.array(value).min(1).max(1000) }),
  z.object({ column, op: z.literal('contains'), text: value.min(1) }),
  z.object({ column, op: z.literal('starts-with'), text: value.min(1) }),
  z.object({
    column,
    op: z.literal('between'),
    from: value.min(1).optional(),
    to: value.min(1).optional(),
  }),
  z.object({ column, op: z.literal('empty') }),
  z.object({ column, op: z.literal('not-empty') }),
])
export type RecordFilter = z.infer<typeof recordFilterSchema>

/** Which records of a dataset are meant: those that fit all filters and have the words somewhere. */
export const recordScopeSchema = z.object({
  filters: z.array(recordFilterSchema).max(50, 'At most 50 filters at once.').default([]),
  search: z.string().trim().max(200).default(''),
})
export type RecordScope = z.infer<typeof recordScopeSchema>

/** One page of records. */
export const recordQuerySchema = recordScopeSchema.extend({
  sort: z
    .object({ column, descending: z.boolean().default(false) })
    .nullable()
    .default(null),
  /** Which columns, in which order; null: all. */
  columns: z.array(column).min(1).max(5000).nullable().default(null),
  offset: z.int().min(0).max(100_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
})
export type RecordQuery = z.infer<typeof recordQuerySchema>

/** A page of records: cells are text as shown (decimals exact, times ISO in UTC), null where empty. */
export type RecordPage = {
  columns: string[]
  rows: { number: number; cells: (string | null)[] }[]
  /** Records that fit, on all pages. */
  total: number
}

export const timeUnits = ['hour', 'day', 'week', 'month'] as const
export type TimeUnit = (typeof timeUnits)[number]

/** What a chart or a total asks of the records in a scope. */
export const recordChartSchema = z.discriminatedUnion('kind', [
  /** Records by time, split by a column's most frequent values. */
  z.object({
    kind: z.literal('volume'),
    column,
    unit: z.enum([...timeUnits, 'auto']).default('auto'),
    timeZone: z.string().refine(isTimeZone, 'There is no such time zone.').default('UTC'),
    split: column.nullable().default(null),
  }),
  /** Sums of a price by time and currency. */
  z.object({
    kind: z.literal('cost'),
    column,
    unit: z.enum([...timeUnits, 'auto']).default('auto'),
    timeZone: z.string().refine(isTimeZone, 'There is no such time zone.').default('UTC'),
    price: column,
  }),
  /** Records, and cost by currency, for each of the most frequent values of a column. */
  z.object({
    kind: z.literal('groups'),
    column,
    price: column.nullable().default(null),
    limit: z.int().min(1).max(1000).default(50),
  }),
  /** Percentiles of a whole number: values that occur, not in between. */
  z.object({ kind: z.literal('percentiles'), column }),
  /** All records, and sums of prices by currency. */
  z.object({ kind: z.literal('totals'), prices: z.array(column).max(20).default([]) }),
])
export type RecordChart = z.infer<typeof recordChartSchema>

/** A sum of a price over records of one currency; a blank currency is ''. `misfits`: prices that are no number. */
export type CostSum = { currency: string; sum: string; records: number; misfits: number }

/** Times are ISO in UTC, the start of the unit in the asked zone; null for records without a readable time. */
export type VolumePoint = {
  at: string | null
  /** Of the split column, '' where it is empty or nothing is split; null: all values that are not told apart. */
  value: string | null
  records: number
}
export type CostPoint = { at: string | null } & CostSum
export type RecordGroup = { value: string; records: number; costs: CostSum[] }

export type ChartResult =
  | { kind: 'volume'; unit: TimeUnit; points: VolumePoint[] }
  | { kind: 'cost'; unit: TimeUnit; points: CostPoint[] }
  | { kind: 'groups'; groups: RecordGroup[]; distinct: number; otherRecords: number }
  | {
      kind: 'percentiles'
      records: number
      empty: number
      misfits: number
      /** Null where no record has a value. */
      values: {
        p50: string
        p90: string
        p95: string
        p99: string
        min: string
        max: string
      } | null
    }
  | { kind: 'totals'; records: number; costs: Record<string, CostSum[]> }

/** A parameter of an address that holds JSON; left out, it is an empty object. */
export function jsonParameter<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.issues.push({ code: 'custom', input: text, message: 'This is no JSON.' })
        return z.NEVER
      }
    })
    .pipe(schema)
}

/** Which of a report's products; null where it has one. */
export const productParameter = z.string().max(100).nullable().default(null)

/** `GET /api/reports/{id}/records`: `product` where the report has several, and the query as JSON. */
export const recordsParametersSchema = z.object({
  product: productParameter,
  query: jsonParameter(recordQuerySchema),
})

/** `GET /api/reports/{id}/records/chart`: which records, and what of them, as JSON. */
export const chartParametersSchema = z.object({
  product: productParameter,
  scope: jsonParameter(recordScopeSchema),
  chart: jsonParameter(recordChartSchema),
})
