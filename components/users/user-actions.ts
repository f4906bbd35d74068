import type { ActionResult } from '@/lib/schemas/action-result'
import type { Role } from '@/lib/schemas/rights'
import type { InviteUserInput, OneTimeLink } from '@/lib/schemas/users'

/** What the page hands to the view: its server actions. */
export type UserActions = {
  invite: (input: InviteUserInput) => Promise<ActionResult<OneTimeLink>>
  makeLink: (input: { id: string }) => Promise<ActionResult<OneTimeLink>>
  changeRole: (input: { id: string; role: Role }) => Promise<ActionResult<unknown>>
  switchOff: (input: { id: string }) => Promise<ActionResult<{ endedSessions: number }>>
  switchOn: (input: { id: string }) => Promise<ActionResult<unknown>>
}
