import { z } from 'zod'
import { lineOfText } from './text'

const label = lineOfText(80).min(1, 'Give the account a name.')
const apiSecret = z
  .string()
  .trim()
  .min(1, 'The API secret is missing.')
  .max(256, 'That is too long for an API secret.')

/** A new account. Label, environment and key are shown again; the secret never is. */
export const addAccountSchema = z.object({
  label,
  environment: z.enum(['live', 'sandbox']),
  apiKey: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{8}$/, 'An API key has 8 letters or digits.'),
  apiSecret,
})
export type AddAccountInput = z.infer<typeof addAccountSchema>

export const relabelAccountSchema = z.object({ id: z.uuid(), label })
export const replaceSecretSchema = z.object({ id: z.uuid(), apiSecret })
export const accountIdSchema = z.object({ id: z.uuid() })
