import type { AskRestInput, RestPlan } from '@/lib/plan/rest'
import type { ActionResult } from '@/lib/schemas/action-result'

type ByRequest<T> = (input: { requestId: string }) => Promise<ActionResult<T>>

/** What a page hands down: its server actions on a request. */
export type RequestHandlers = {
  refresh: ByRequest<unknown>
  cancel: ByRequest<unknown>
  sendAgain: ByRequest<unknown>
  retry: (input: { requestId: string; passBudget: boolean }) => Promise<ActionResult<unknown>>
  /** All of a report's requests that Vonage has. */
  refreshReport: (input: { reportId: string }) => Promise<ActionResult<unknown>>
  planRest: ByRequest<RestPlan>
  askRest: (input: AskRestInput) => Promise<ActionResult<{ requests: number }>>
}
