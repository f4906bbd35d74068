'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import type { ListReportsInput } from '@/lib/schemas/reports'
import { requestStates } from '@/lib/schemas/states'

const parsers = {
  q: parseAsString.withDefault(''),
  state: parseAsStringLiteral(requestStates),
  cursor: parseAsString,
}

/** The history's filters and place, kept in the URL. A changed filter begins at the newest page again. */
export function useListInput(): {
  input: ListReportsInput
  filter: (change: Partial<Pick<ListReportsInput, 'q' | 'state'>>) => void
  goTo: (cursor: string | null) => void
} {
  const [input, setInput] = useQueryStates(parsers)
  return {
    input,
    filter: (change) => void setInput({ ...change, cursor: null }),
    goTo: (cursor) => void setInput({ cursor }, { history: 'push', scroll: true }),
  }
}
