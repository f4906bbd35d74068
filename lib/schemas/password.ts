import { z } from 'zod'

export const minPasswordLength = 12
export const maxPasswordLength = 256

/** A password that is being set. Long ones are welcome up to where hashing them costs too much. */
export const newPasswordSchema = z
  .string('Choose a password.')
  .min(minPasswordLength, `At least ${minPasswordLength} characters.`)
  .max(maxPasswordLength, `At most ${maxPasswordLength} characters.`)

export const changePasswordSchema = z
  .object({
    currentPassword: z
      .string('Type your current password.')
      .min(1, 'Type your current password.')
      .max(maxPasswordLength, 'That is not your current password.'),
    newPassword: newPasswordSchema,
  })
  .refine((input) => input.currentPassword !== input.newPassword, {
    path: ['newPassword'],
    message: 'Choose another password than the current one.',
  })
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>
