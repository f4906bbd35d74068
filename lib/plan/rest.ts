import { z } from 'zod'
import type { BudgetCheck } from '@/lib/schemas/budget'
import { seenPaidSchema } from '@/lib/schemas/seen-paid'
import type { CostEstimate } from './cost-estimate'
import type { PaidPart, RunningPart } from './paid-request'

/** Asks for what a file that Vonage cut off lacks. */
export const askRestSchema = z.object({
  requestId: z.uuid(),
  /** What the person saw of what is paid for already. */
  seen: seenPaidSchema,
  /** An admin goes past an account's hard stop. */
  passBudget: z.boolean().default(false),
})
export type AskRestInput = z.infer<typeof askRestSchema>

/** What asking for the rest of a cut off file would do. Times are ISO, ends exclusive. */
export type RestPlan = {
  /** Of the report. */
  timeZone: string
  /** The rest, in the stretches that would be asked for; what is paid for already is not among them. */
  ranges: { dateStart: string; dateEnd: string }[]
  /** Nothing of the file can be trusted: all of its range is asked for again. */
  isAll: boolean
  parts: PaidPart[]
  running: RunningPart[]
  estimate: CostEstimate
  budgets: BudgetCheck[]
  seen: AskRestInput['seen']
  /** Whether this person may go past a hard stop. */
  mayPassBudget: boolean
}
