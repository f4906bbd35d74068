import { z } from 'zod'
import { emailSchema } from './email'
import { nameSchema } from './own-settings'
import { newPasswordSchema } from './password'
import { type Role, roles } from './rights'

/** Somebody new. Their name and password they choose themselves, behind the link. */
export const inviteUserSchema = z.object({ email: emailSchema, role: z.enum(roles) })
export type InviteUserInput = z.infer<typeof inviteUserSchema>

export const userIdSchema = z.object({ id: z.uuid() })
export const changeRoleSchema = z.object({ id: z.uuid(), role: z.enum(roles) })

/** What a person sets who opened a one-time link. */
export const setPasswordSchema = z.object({
  name: nameSchema,
  password: newPasswordSchema,
})

/** `invited`: there is no password yet. `off`: switched off, whatever else. */
export type UserState = 'active' | 'invited' | 'off'

export type UserView = {
  id: string
  email: string
  /** Empty until an invited person has chosen one. */
  name: string
  role: Role
  state: UserState
  lastSeenAt: string | null
  /** When the link that is open ends; null without one. The link itself is never told again. */
  linkExpiresAt: string | null
}

/** A link just made: this is the only time that its token is known. */
export type OneTimeLink = { path: string; expiresAt: string }
