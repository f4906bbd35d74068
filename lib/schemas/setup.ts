import { z } from 'zod'
import { emailSchema } from './email'
import { nameSchema } from './own-settings'
import { newPasswordSchema } from './password'

/** The first administrator. The code is compared in its canonical form: see `lib/credentials/setup-code.ts`. */
export const setupSchema = z.object({
  email: emailSchema,
  password: newPasswordSchema,
  name: nameSchema,
  code: z
    .string('Type the code that the server printed.')
    .trim()
    .min(1, 'Type the code that the server printed.')
    .max(64, 'That is not a code that the server printed.'),
})
export type SetupInput = z.infer<typeof setupSchema>
