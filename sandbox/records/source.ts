import type { Row } from '../traffic/row'

/** Where a page begins: so many records after the start of an hour (since 1970). */
export type Position = { hour: number; skip: number }

/** The records that answer a question. */
export type Source = {
  /** The columns of the file, in its order. */
  columns: readonly string[]
  /** How many rows there are, when that is known without making them; else null. */
  knownCount(): number | null
  /** Each row in the order of time; null for each record that the filters leave out. */
  rows(): Iterable<Row | null>
  /** Up to `limit` rows from a position on, and where the next page begins. */
  page(from: Position | null, limit: number): Promise<{ rows: Row[]; next: Position | null }>
}
