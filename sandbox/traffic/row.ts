import type { Direction } from '@/lib/catalogue/products'
import type { Random } from './random'

/** A record by column; every value is text, missing ones are left out or empty. */
export type Row = Record<string, string>

/** What a record's maker is given: who, when, and its two ids. */
export type Seat = {
  account: string
  direction: Direction | null
  /** When it was received, in ms. */
  at: number
  /** The id of the message, call or request. */
  mainId: string
  /** The id of the record itself, the column `id`. */
  recordId: string
}

export type RowMaker = (random: Random, seat: Seat) => Row
