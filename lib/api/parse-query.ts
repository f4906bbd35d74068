import { z } from 'zod'
import { AppError } from '@/lib/errors/app-error'
import { toFieldErrors } from '@/lib/errors/field-errors'

/**
 * Reads an address's query: what may be there several times is an array in the schema.
 * @throws AppError `invalid`
 */
export function parseQuery<Schema extends z.ZodObject>(
  query: URLSearchParams,
  schema: Schema,
): z.output<Schema> {
  const given = Object.entries(schema.shape).flatMap(([name, field]) => {
    if (!query.has(name)) return []
    return [[name, takesSeveral(field) ? query.getAll(name) : query.get(name)]]
  })
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const fieldErrors = toFieldErrors(parsed.error)
  throw new AppError('invalid', Object.values(fieldErrors)[0]?.[0] ?? 'The address is not right.', {
    fieldErrors,
  })
}

function takesSeveral(field: z.core.$ZodType): boolean {
  if (field instanceof z.ZodArray) return true
  return field instanceof z.ZodPipe && takesSeveral(field.in)
}
