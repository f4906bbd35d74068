import { z } from 'zod'
import { emailSchema } from './email'
import { maxPasswordLength } from './password'

export const signInSchema = z.object({
  email: emailSchema,
  password: z
    .string('Type your password.')
    .min(1, 'Type your password.')
    .max(maxPasswordLength, 'That password is too long.'),
})
export type SignInInput = z.infer<typeof signInSchema>
