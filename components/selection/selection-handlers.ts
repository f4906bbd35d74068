import type { ActionResult } from '@/lib/schemas/action-result'
import type { BulkDeed, BulkOutcome, SelectionInput } from '@/lib/schemas/selection'

/** What a page hands down: its server actions on several reports. */
export type SelectionHandlers = Record<
  BulkDeed,
  (input: SelectionInput) => Promise<ActionResult<BulkOutcome[]>>
>

/** What the person may do. */
export type SelectionRights = {
  canCancel: boolean
  canCreate: boolean
  canDownload: boolean
  canDelete: boolean
}
