import { z } from 'zod'

/** An address as it is stored and looked up: two spellings of one address are one person. */
export const emailSchema = z
  .string('Type an email address.')
  .trim()
  .toLowerCase()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('That is not an email address.'))
