import type { SearchableOption } from '@/lib/format/match-options'

export type ComboboxOption = SearchableOption & { group?: string }

/** The id of an option's element, which the input points to. */
export function optionId(listId: string, value: string): string {
  return `${listId}-${value}`
}
