import type { ActionResult } from '@/lib/schemas/action-result'
import type { ChangePasswordInput } from '@/lib/schemas/password'

/** What the page hands to the view: its server actions. */
export type SettingsActions = {
  changePassword: (input: ChangePasswordInput) => Promise<ActionResult<{ endedSessions: number }>>
  endSession: (input: { id: string }) => Promise<ActionResult<unknown>>
  endOtherSessions: (input: Record<string, never>) => Promise<ActionResult<{ ended: number }>>
}
