import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { StateCounts } from './report-state'
import type { RequestState } from './states'
import type { Retention } from './storage'

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
  /** Of a file that Vonage cut off: its earliest and latest record, and whether they are in order of time. */
  cutOff: { firstRecordAt: string; lastRecordAt: string; order: string } | null
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
  /** Ask for what a cut off file lacks. */
  askRest: boolean
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
  products: ProductCode[]
  /** All of its accounts are the sandbox's. */
  isSandbox: boolean
  /** The whole range; the end is exclusive. */
  dateStart: string
  dateEnd: string
  /** How many requests it has, those that a retry replaced left out, and how many are in each state. */
  requestCount: number
  stateCounts: StateCounts
  /** How many pieces it takes of earlier files. */
  keptCount: number
  /** Of its own files that are here. */
  rows: number
  bytes: number
  actions: ReportActions
  /** The only request; null where there are none or several. */
  request: RequestView | null
}

/** A report of one request. */
export type SingleReport = ReportRow & { request: RequestView }

/** How many of its requests a person may do something with right now, all at once. */
export type ReportActions = {
  refresh: number
  cancel: number
  /** Failed and expired ones: billed anew. */
  retry: number
  /** Something is here that can be downloaded. */
  download: boolean
}

/** A bounded page of a report's requests, in the order that they were asked for. */
export type RequestPage = {
  /** The report, and the version that it has at least. */
  id: string
  version: number
  requests: RequestView[]
  /** From 0. */
  page: number
  /** How many there are on all pages. */
  total: number
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
  /** Which of several requests it is about. */
  about: string | null
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
  retention: Retention
  now: string
}
