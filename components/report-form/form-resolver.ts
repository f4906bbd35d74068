import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, Resolver } from 'react-hook-form'
import { type CreateReportInput, createReportSchema } from '@/lib/schemas/create-report'
import { checkRange } from './check-range'
import type { ReportFormValues } from './form-values'
import { prepareValues } from './prepare-values'
import { toFieldPath, toInput } from './to-input'

/**
 * Checks what would be sent by the server's own schema, and the range by the server's own reading of it.
 *
 * @param getNow the server's clock
 */
export function makeFormResolver(
  getNow: () => Date,
): Resolver<ReportFormValues, unknown, CreateReportInput> {
  return (values, _context, options) => {
    const sent = prepareValues(values)
    const parsed = createReportSchema.safeParse(toInput(sent))
    const errors: Record<string, FieldError> = {}
    for (const { path, message } of parsed.error?.issues ?? []) {
      errors[toFieldPath(path.join('.'))] ??= { type: 'schema', message }
    }
    const range = checkRange(sent, getNow())
    if (range && !range.ok) {
      for (const [field, message] of Object.entries(range.fieldErrors)) {
        errors[field] ??= { type: 'range', message }
      }
    }
    return parsed.success && Object.keys(errors).length === 0
      ? { values: parsed.data, errors: {} }
      : { values: {}, errors: toNestErrors(errors, options) }
  }
}
