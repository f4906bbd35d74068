import { z } from 'zod'
import type { Problem } from './views'

const day = z
  .union([z.literal(''), z.iso.date()])
  .catch('')
  .default('')
const word = z.string().trim().max(100).catch('').default('')
const id = z
  .union([z.literal(''), z.uuid()])
  .catch('')
  .default('')

/** Sandbox money is made up: the two are never added. */
export const environments = ['live', 'sandbox'] as const

/** The filters of the page as they stand in its URL. What can't be read is as if it were not there. Days are UTC. */
export const spendingFilterSchema = z.object({
  environment: z
    .enum(['', ...environments])
    .catch('')
    .default(''),
  from: day,
  /** The last day. */
  to: day,
  account: id,
  product: word,
  /** Vonage's `account_id`: the account's own key or a sub-account's. */
  target: word,
  /** `ours`, `elsewhere`, or a person. */
  who: z
    .union([z.enum(['', 'ours', 'elsewhere']), z.uuid()])
    .catch('')
    .default(''),
})
export type SpendingFilter = z.infer<typeof spendingFilterSchema>

/** The same with its environment decided. */
export type SpendingQuestion = Omit<SpendingFilter, 'environment'> & {
  environment: (typeof environments)[number]
}

export const wantUsageSchema = z.object({
  environment: z.enum(environments),
  accountId: z.uuid().optional(),
})

/** What was charged in one currency; decimal text, exact. */
export type Spent = {
  /** Empty where Vonage leaves it empty. */
  currency: string
  total: string
  /** By reports and look-ups of this dashboard. */
  ours: string
  elsewhere: string
  /** Reports and look-ups. */
  calls: number
  records: number
}

/** What was charged for one month, product, account, sub-account or person. */
export type SpentBy = Spent & { key: string; label: string }

export type Spending = {
  totals: Spent[]
  months: SpentBy[]
  products: SpentBy[]
  accounts: SpentBy[]
  targets: SpentBy[]
  /** The key is the person's id; empty: made elsewhere. */
  people: SpentBy[]
  /** Calls that Vonage says were charged, without a price. */
  unpriced: number
  /** Calls that cost nothing. */
  free: number
}

/** One report or look-up that Vonage charged for. */
export type SpentLine = {
  accountId: string
  recordId: string
  receivedAt: string
  product: string
  /** How it was asked for: a report, or records by dates or by ids. */
  kind: 'report' | 'by dates' | 'by ids' | 'other'
  status: string
  accountLabel: string
  targetAccountId: string
  targetName: string
  records: number | null
  total: string | null
  currency: string
  /** False: made elsewhere, also when it was taken over. */
  isOurs: boolean
  /** Where it is here; null: it is not. */
  here: {
    href: 'report' | 'lookup'
    id: string
    title: string
    person: string
    isLikely: boolean
  } | null
}

/** How far an account's usage is known. */
export type UsageStanding = {
  accountId: string
  label: string
  /** The first and the last moment that are known; null: not fetched yet. */
  from: string | null
  to: string | null
  nextAt: string | null
  /** It is being fetched, or somebody waits for it. */
  isFetching: boolean
  ownOnly: boolean
  problem: Problem | null
}

/** Without a choice the live accounts are meant, unless there are none. */
export function decideEnvironment(
  filter: SpendingFilter,
  accounts: readonly { environment: 'live' | 'sandbox' }[],
): SpendingQuestion {
  const isLive = accounts.length === 0 || accounts.some(({ environment }) => environment === 'live')
  return { ...filter, environment: filter.environment || (isLive ? 'live' : 'sandbox') }
}
