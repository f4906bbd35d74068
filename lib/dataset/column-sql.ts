import type { DatasetColumn } from '@/lib/schemas/dataset'

type Column = Pick<DatasetColumn, 'place' | 'type'>

/** The column's name within the file: `c7`. Nothing that a file or a person says is part of it. */
export function valueName({ place }: Pick<DatasetColumn, 'place'>): string {
  return `c${Math.trunc(place)}`
}

/** Beside a typed column: the text of a value that is not of its type. */
export function misfitName({ place }: Pick<DatasetColumn, 'place'>): string {
  return `x${Math.trunc(place)}`
}

/** Prices are exact to 10 places; below a hundred million. */
export const decimalType = 'DECIMAL(18, 10)'

/** A text as a value of the type; NULL where it is none, or where it would lose something by becoming one. */
export function toTyped(type: Exclude<DatasetColumn['type'], 'text'>, text: string): string {
  switch (type) {
    case 'time':
      // Read with a zone, or DuckDB would drop the offset. Longer texts may have more than microseconds.
      return `CASE WHEN length(${text}) BETWEEN 16 AND 25 OR regexp_full_match(${text}, '[-0-9]{10}[T ][:0-9]{8}[.][0-9]{1,6}(Z|[-+][0-9]{2}(:?[0-9]{2})?)?') THEN TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END`
    case 'decimal':
      return `CASE WHEN regexp_full_match(${text}, '-?[0-9]{1,8}([.][0-9]{1,10})?') THEN TRY_CAST(${text} AS ${decimalType}) END`
    case 'count':
      return `CASE WHEN regexp_full_match(${text}, '0|-?[1-9][0-9]{0,17}') THEN TRY_CAST(${text} AS BIGINT) END`
  }
}

/** What is selected of a CSV whose columns are all texts. Empty is NULL. */
export function selectTyped(column: Column): string[] {
  const text = valueName(column)
  if (column.type === 'text') return [text]
  const typed = toTyped(column.type, text)
  return [
    `${typed} AS ${text}`,
    `CASE WHEN (${typed}) IS NULL THEN ${text} END AS ${misfitName(column)}`,
  ]
}
