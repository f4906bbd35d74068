import { cutPaid } from '@/lib/plan/cut-paid'
import { toSeen } from '@/lib/plan/kept-rows'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { PlanPrice } from '@/lib/plan/plan-price'
import { checkBudgets } from './check-budgets'
import { estimateCost } from './estimate-cost'
import { findPaidParts } from './find-paid-parts'

/** What of these requests is paid for already, what the rest may cost, and what everything may, and what is left of budgets. */
export async function pricePlan(requests: readonly AskedRequest[]): Promise<PlanPrice> {
  const paid = await findPaidParts(requests)
  const missing = cutPaid(requests, paid)
  const [kept, none] = [await estimateCost(missing), await estimateCost(requests)]
  return {
    paid,
    requests: { kept: missing.length, none: requests.length },
    estimate: { kept, none },
    budgets: {
      kept: await checkBudgets(missing, kept),
      none: await checkBudgets(requests, none),
    },
    seen: toSeen(paid),
  }
}
