import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * Puts a server's refusals under their fields and the focus on the first one.
 *
 * @param fieldErrors by dotted path, such as `filters.country`
 */
export function applyFieldErrors<V extends FieldValues, C, T extends FieldValues>(
  form: UseFormReturn<V, C, T>,
  fieldErrors: Record<string, string[]>,
): void {
  Object.entries(fieldErrors).forEach(([path, [message]], index) => {
    form.setError(path as FieldPath<V>, { type: 'server', message }, { shouldFocus: index === 0 })
  })
}
