import { sensitivityOf } from '@/lib/catalogue/column-kinds'
import { isKnownColumn } from '@/lib/catalogue/columns'

/** What a person may see of what records tell of people. */
export type Sight = { numbers: boolean; texts: boolean }

/** Whether a column's values are masked: a column that the catalogue does not know may hold anything. */
export function isMasked(name: string, { numbers, texts }: Sight): boolean {
  if (!isKnownColumn(name)) return !(numbers && texts)
  const sensitivity = sensitivityOf(name)
  if (sensitivity === null) return false
  return sensitivity === 'text' ? !texts : !numbers
}

/** A value that is not of its column’s type may be anything, such as a number of a record that slipped. */
export function areMisfitsMasked({ numbers, texts }: Sight): boolean {
  return !(numbers && texts)
}

/**
 * A masked value. Vonage's own `REDACTED` stays, and so does that nothing is there. Of a number all is told but three
 * digits; of a sender that is a word, or an address, the first letter.
 */
export function maskSql(name: string, text: string): string {
  const masked =
    sensitivityOf(name) === 'number'
      ? `CASE WHEN regexp_full_match(${text}, '[+]?[0-9]{10,}') THEN left(${text}, -5) || '•••' || right(${text}, 2)
        WHEN regexp_full_match(${text}, '[+]?[0-9]+') THEN '•••' ELSE left(${text}, 1) || '•••' END`
      : "'•••'"
  return `CASE WHEN ${text} IS NULL OR ${text} = 'REDACTED' THEN ${text} ELSE ${masked} END`
}
