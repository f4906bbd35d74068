import type { ActionResult } from '@/lib/schemas/action-result'
import type { HoldReportInput, SetRetentionInput } from '@/lib/schemas/storage'

export type HoldReport = (input: HoldReportInput) => Promise<ActionResult<unknown>>

/** What the page of storage may ask of the server. */
export type StorageActions = {
  setRetention: (input: SetRetentionInput) => Promise<ActionResult<unknown>>
  holdReport: HoldReport
}
