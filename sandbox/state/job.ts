import type { Direction, ProductCode } from '@/lib/catalogue/products'

/** What records are wanted. Dates in ms, the end exclusive. */
export type Question = {
  product: ProductCode
  direction: Direction | null
  accountId: string
  includeSubaccounts: boolean
  filters: Record<string, string>
  includeMessage: boolean
  showConcatenated: boolean
  dateStart: number
  dateEnd: number
}

/** How a report ends when a fault has not made it end otherwise: `success`. */
export const outcomes = [
  'success',
  'failed',
  'truncated',
  'truncated-no-link',
  'stuck',
  'empty',
  'empty-archive',
] as const
export type Outcome = (typeof outcomes)[number]

/** An asynchronous report. All times in ms of the sandbox's clock. */
export type Job = {
  id: string
  fileId: string
  /** The key that asked for it. */
  apiKey: string
  question: Question
  /** Everything that was sent, as it is echoed. */
  echo: Record<string, string | boolean>
  callbackUrl: string | null
  /** The scheme and host that the sandbox was called by. */
  origin: string
  outcome: Outcome
  receivedAt: number
  startAt: number
  /** Known once its records are counted. */
  result?: JobResult
  abortedAt?: number
  calledBackAt?: number
}

export type JobResult = {
  /** Rows of the file. */
  items: number
  finishAt: number
  /** There were more rows than a file may have. */
  cut: boolean
}

/** A synchronous query, kept for REPORTS-USAGE. */
export type Query = {
  id: string
  apiKey: string
  accountId: string
  product: ProductCode
  byId: boolean
  params: Record<string, string>
  receivedAt: number
  items: number
}
