import type { SourceColumn } from './source'
import { decimalText } from './text-sql'

/** A column's value as the text that it is grouped by, as it is shown in the rows; '' where it is empty. */
export function groupValueSql({ type, value, misfit }: SourceColumn): string {
  const text =
    type === 'text'
      ? value
      : type === 'time'
        ? `strftime(${value}, '%Y-%m-%dT%H:%M:%SZ')`
        : type === 'decimal'
          ? decimalText(value)
          : `CAST(${value} AS VARCHAR)`
  return misfit === null ? `coalesce(${text}, '')` : `coalesce(${text}, ${misfit}, '')`
}
