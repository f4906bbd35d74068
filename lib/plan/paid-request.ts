import type { Direction, ProductCode } from '@/lib/catalogue/products'

/** What a request to Vonage would ask for. Times are ISO, the end is exclusive. */
export type AskedRequest = {
  key: string
  accountId: string
  targetAccountId: string
  product: ProductCode
  direction: Direction | null
  dateStart: string
  dateEnd: string
  includeSubaccounts: boolean
  filters: Record<string, string | boolean>
}

/** Records that are in an earlier report's file. */
export type PaidPart = {
  /** The request whose archive holds them. */
  sourceRequestId: string
  reportId: string
  reportTitle: string
  dateStart: string
  dateEnd: string
  /** How many: told by the file where all of it is taken, otherwise its share by time. */
  records: number
  recordsAreExact: boolean
  /** Columns of the file that were not asked for: they are left out. */
  leftOut: string[]
  /** Fetched before delivery statuses and durations had settled. */
  mayHaveChanged: boolean
  /** The moment that the file shows the records of. */
  fetchedAt: string
}

/** Another report's request that is fetching, or has perhaps fetched, the same records. */
export type RunningPart = {
  requestId: string
  reportId: string
  reportTitle: string
  state: 'queued' | 'submitting' | 'unconfirmed' | 'running' | 'archiving'
  /** Where it meets the range that is asked for. */
  dateStart: string
  dateEnd: string
}

/** How much of an asked request is paid for already. `parts` and `missing` tile its range. */
export type PaidRequest = {
  key: string
  parts: PaidPart[]
  missing: { dateStart: string; dateEnd: string }[]
  /** Only those that meet something missing: for the rest nobody needs to wait. */
  running: RunningPart[]
}

/** What a person saw before pressing the button; a create that would pay for more is refused. */
export type SeenPaid = {
  /** How much of the ranges was there, in milliseconds, all requests together. */
  keptMs: number
  /** Requests of other reports that are fetching some of the missing records. */
  runningRequestIds: string[]
}
