import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { RequestState } from './states'

/** What leaves the data layer: plain values only, times as ISO strings, sizes and counts as numbers. */

export type Problem = {
  /** What happened. */
  title: string
  /** What it means for the report and the bill. */
  meaning: string
  /** What to do next. */
  nextStep: string
  /** Vonage's trace id, for its support. */
  instance?: string
}

export type AccountView = {
  id: string
  label: string
  environment: 'live' | 'sandbox'
  apiKey: string
  secretTail: string
  refusedAt: string | null
  refusal: Problem | null
  checkedAt: string | null
  lastUsedAt: string | null
  createdAt: string
}

export type ArchiveView = {
  bytes: number
  rows: number
  csvBytes: number
  sha256: string
  entryName: string | null
  archivedAt: string
  /** The file was deleted, by whom; what is known of it stays. */
  deleted: { at: string; by: string } | null
}

/** What a person may do with a report request right now: its state and the person's rights allow it. */
export type RequestActions = {
  refresh: boolean
  cancel: boolean
  /** A new request in place of a failed one: billed anew. */
  retry: boolean
  /** Repeat an unconfirmed create, which may then exist twice. */
  sendAgain: boolean
  download: boolean
}

export type RequestView = {
  id: string
  state: RequestState
  requestStatus: string | null
  requestId: string | null
  product: ProductCode
  direction: Direction | null
  account: { id: string; label: string; environment: 'live' | 'sandbox'; refused: boolean }
  targetAccountId: string
  dateStart: string
  /** Exclusive. */
  dateEnd: string
  includeSubaccounts: boolean
  filters: Record<string, string | boolean>
  itemsCount: number | null
  receiveTime: string | null
  startTime: string | null
  submittedAt: string | null
  finishedSeenAt: string | null
  fileDeadline: string | null
  endedAt: string | null
  cancelRequested: boolean
  problem: Problem | null
  archive: ArchiveView | null
  /** Guess of when Vonage will be done, and what the guess rests on. */
  estimate: { readyAt: string; basis: string } | null
  actions: RequestActions
  version: number
}

/** A row of the history. */
export type ReportRow = {
  id: string
  title: string
  timeZone: string
  createdBy: string
  createdAt: string
  /** Grows with every change that a viewer of the report sees. */
  version: number
  request: RequestView
}

export type ReportPage = {
  rows: ReportRow[]
  /** Hands on to the next page; null on the last one. */
  nextCursor: string | null
  /** Hands on to the page before; null on the first one. */
  previousCursor: string | null
  /** The clock that `createdAt` and deadlines are counted by. */
  now: string
}

export type EventView = {
  id: string
  at: string
  kind: string
  actor: string
  /** One plain sentence. */
  text: string
}

/** What a report takes from an earlier one's file. */
export type KeptPartView = {
  id: string
  /** Where it comes from. */
  report: { id: string; title: string }
  requestId: string
  account: { id: string; label: string }
  product: ProductCode
  direction: Direction | null
  targetAccountId: string
  dateStart: string
  /** Exclusive. */
  dateEnd: string
  /** Fetched before delivery statuses and durations had settled. */
  mayHaveChanged: boolean
  /** The moment that the file shows the records of. */
  fetchedAt: string | null
  /** Its share by time, unless all of the file is taken. */
  records: number
  recordsAreExact: boolean
  /** The file was deleted: this part is not there any more. */
  isDeleted: boolean
}

export type ReportDetail = ReportRow & {
  events: EventView[]
  keptParts: KeptPartView[]
  now: string
}
