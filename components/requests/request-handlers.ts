import type { ActionResult } from '@/lib/schemas/action-result'

type ByRequest<T> = (input: { requestId: string }) => Promise<ActionResult<T>>

/** What a page hands down: its server actions on a request. */
export type RequestHandlers = {
  refresh: ByRequest<unknown>
  cancel: ByRequest<unknown>
  sendAgain: ByRequest<unknown>
  retry: ByRequest<{ reportId: string }>
}
