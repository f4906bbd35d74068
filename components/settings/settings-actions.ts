import type { ActionResult } from '@/lib/schemas/action-result'
import type { ChangePasswordInput } from '@/lib/schemas/password'
import type { Preferences } from '@/lib/schemas/preferences'
import type { Theme } from '@/lib/schemas/theme'

/** What the page hands to the view: its server actions. */
export type SettingsActions = {
  changeName: (input: { name: string }) => Promise<ActionResult<unknown>>
  changeTheme: (input: { theme: Theme }) => Promise<ActionResult<unknown>>
  changeTimeZone: (input: { timeZone: string }) => Promise<ActionResult<unknown>>
  changePreferences: (input: Partial<Preferences>) => Promise<ActionResult<unknown>>
  changePassword: (input: ChangePasswordInput) => Promise<ActionResult<{ endedSessions: number }>>
  endSession: (input: { id: string }) => Promise<ActionResult<unknown>>
  endOtherSessions: (input: Record<string, never>) => Promise<ActionResult<{ ended: number }>>
}
