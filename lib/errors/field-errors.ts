import type { z } from 'zod'
import type { FieldErrors } from './app-error'

/** Every fault of an input by the dotted path of its field; those of the whole input under `''`. */
export function toFieldErrors(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    errors[path] = [...(errors[path] ?? []), issue.message]
  }
  return errors
}
