import type { BudgetCheck } from '@/lib/schemas/budget'
import type { CostEstimate } from './cost-estimate'
import type { PaidRequest, SeenPaid } from './paid-request'

/** What a person should know before requests are sent. */
export type PlanPrice = {
  /** In the order of the requests. */
  paid: PaidRequest[]
  /** How many requests would be made, with what is paid for taken, and without. */
  requests: { kept: number; none: number }
  /** What they would bring and cost. */
  estimate: { kept: CostEstimate; none: CostEstimate }
  /** Of the accounts that have a budget. */
  budgets: { kept: BudgetCheck[]; none: BudgetCheck[] }
  /** To be handed back with the create: it refuses to pay for more than was seen here. */
  seen: SeenPaid
}
