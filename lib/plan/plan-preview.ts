import type { BudgetCheck } from '@/lib/schemas/budget'
import type { CostEstimate } from './cost-estimate'
import type { PaidPart, RunningPart, SeenPaid } from './paid-request'

/** What requests may bring and cost, without a line for each of them. */
export type EstimateSummary = Omit<CostEstimate, 'requests'> & {
  requests: readonly { free: boolean }[]
}

/** What a person should know of a form before it is sent, small enough to be asked for while it is filled in. */
export type PlanPreview = {
  /** How much is asked for and how much of it is there, in milliseconds, all requests together. */
  askedMs: number
  keptMs: number
  /** What is there, in the order of time; stretches of one file that meet are one, and of many the first are here. */
  parts: PaidPart[]
  moreParts: number
  /** Records in all of the parts; `recordsAreExact` where no part is a share of its file. */
  keptRecords: number
  keptRecordsAreExact: boolean
  keptReports: number
  mayHaveChanged: boolean
  running: RunningPart[]
  /** How many requests would be made, with what is paid for taken, and without. */
  requests: { kept: number; none: number }
  estimate: { kept: EstimateSummary; none: EstimateSummary }
  budgets: { kept: BudgetCheck[]; none: BudgetCheck[] }
  seen: SeenPaid
}
