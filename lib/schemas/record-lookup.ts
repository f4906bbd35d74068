import { z } from 'zod'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import {
  type Direction,
  directions,
  type ProductCode,
  productCodes,
} from '@/lib/catalogue/products'
import { lineOfText } from './text'
import type { Problem } from './views'

/** One synchronous call takes at most this many ids, and answers with at most this many records (facts 3). */
export const idsPerCall = 20
export const recordsPerPage = 1000
/** A look-up has at most this many ids and steps: for more a report is the better way. */
export const mostIds = 1000
export const mostSteps = 400

const filterNames = Object.keys(filters) as [FilterName, ...FilterName[]]

/** The form of a look-up. Ids and dates stay as they were typed; `planLookup` turns them into calls. */
export const startLookupSchema = z.object({
  formId: z.uuid(),
  accountId: z.uuid('Choose an account.'),
  /** Vonage's `account_id`: the account's own key or a sub-account's. */
  targetAccountId: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{8}$/, 'An account ID has 8 letters or digits.'),
  product: z.enum(productCodes as [ProductCode, ...ProductCode[]], 'Choose a product.'),
  direction: z.enum(directions).nullable().default(null),
  by: z.enum(['ids', 'dates']),
  ids: z.string().max(2_000_000, 'That is more text than ids make.').default(''),
  from: z.string().max(60).default(''),
  to: z.string().max(60).default(''),
  timeZone: z.string().max(100),
  filters: z
    .partialRecord(z.enum(filterNames), z.union([lineOfText(256), z.boolean()]))
    .default({}),
  /** More than 24 hours are asked for in steps of 24 hours. */
  splitDays: z.boolean().default(false),
  /** The person knows that it takes more than one call. */
  inSteps: z.boolean().default(false),
  /** An admin goes past an account's hard stop. */
  passBudget: z.boolean().default(false),
})
export type StartLookupInput = z.infer<typeof startLookupSchema>

export const fetchPageSchema = z.object({
  lookupId: z.uuid(),
  /** Of all pages of the look-up, from 1: the one that is wanted next. Twice is as good as once. */
  number: z.int().min(1).max(1_000_000),
  /** The last answer was lost, and may be billed a second time. */
  again: z.boolean().default(false),
  passBudget: z.boolean().default(false),
})
export type FetchPageInput = z.infer<typeof fetchPageSchema>

export const lookupIdSchema = z.object({ lookupId: z.uuid() })

/** What one call asks for: up to 20 ids, or a range whose pages are followed. */
export type LookupStep = { ids: string[] } | { dateStart: string; dateEnd: string }

/** What is kept of the form. */
export type LookupParameters = {
  by: 'ids' | 'dates'
  timeZone: string
  filters: Record<string, string | boolean>
  steps: LookupStep[]
}

/** What is fetched next. */
export type LookupNext = { step: number; href: string | null }

/**
 * `partial`: more can be fetched; `failed`: Vonage refused, nothing was billed for it; `doubtful`: an answer was lost, and
 * may have been billed; `fetching`: a call is under way.
 */
export type LookupState = 'partial' | 'done' | 'failed' | 'doubtful' | 'fetching'

export type LookupView = {
  id: string
  createdAt: string
  createdBy: string
  account: { id: string; label: string; environment: 'live' | 'sandbox' }
  targetAccountId: string
  product: ProductCode
  direction: Direction | null
  by: 'ids' | 'dates'
  timeZone: string
  filters: Record<string, string | boolean>
  steps: number
  ids: number
  /** The whole range; null where it is by ids. */
  range: { dateStart: string; dateEnd: string } | null
  state: LookupState
  problem: Problem | null
  rows: number
  pages: number
  columns: string[]
  missingIds: string[]
  /** Null: all was fetched. */
  next: { step: number; isFurther: boolean; ids: number } | null
  /** Its range is longer than Vonage may take at once, and it was refused. */
  canSplit: boolean
  /** What Vonage says that the pages cost, in each currency. */
  costs: { currency: string; total: string }[]
}

export type RecordRow = Record<string, string | null>

/** A stretch of a look-up's records. */
export type LookupRows = {
  columns: string[]
  rows: RecordRow[]
  /** Columns that this person may not see. */
  hidden: string[]
  from: number
}
