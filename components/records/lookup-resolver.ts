import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, Resolver } from 'react-hook-form'
import { planLookup } from '@/lib/plan/plan-lookup'
import { type StartLookupInput, startLookupSchema } from '@/lib/schemas/record-lookup'
import { type LookupValues, toLookupInput } from './lookup-values'

/**
 * Checks what would be sent by the server's own schema and planning.
 * @param getNow the server's clock
 */
export function makeLookupResolver(
  getNow: () => Date,
): Resolver<LookupValues, unknown, StartLookupInput> {
  return (values, _context, options) => {
    const parsed = startLookupSchema.safeParse(toLookupInput(values))
    const errors: Record<string, FieldError> = {}
    for (const { path, message } of parsed.error?.issues ?? [])
      errors[path.join('.')] ??= { type: 'schema', message }
    const faults = parsed.data ? planLookup(parsed.data, getNow()).fieldErrors : {}
    for (const [path, message] of Object.entries(faults)) errors[path] ??= { type: 'plan', message }
    return parsed.success && Object.keys(errors).length === 0
      ? { values: parsed.data, errors: {} }
      : { values: {}, errors: toNestErrors(errors, options) }
  }
}
