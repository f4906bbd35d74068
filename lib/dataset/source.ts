import type { DatasetColumn, RecordColumn } from '@/lib/schemas/dataset'
import { misfitName, valueName } from './column-sql'
import { areMisfitsMasked, isMasked, maskSql, type Sight } from './mask-sql'

/** A column that can be asked: its SQL names are within `Source.sql`. */
export type SourceColumn = RecordColumn & {
  value: string
  /** The text of a value that is not of the type; null where there is none. */
  misfit: string | null
}

/** A prepared dataset as one person may see it. */
export type Source = {
  /** What to select from; its only parameter is `$1`, the file. */
  sql: string
  file: string
  rows: number
  columns: SourceColumn[]
  byKey: ReadonlyMap<string, SourceColumn>
}

/** The number of a record within the file, from 0. */
export const recordNumber = 'n'

/**
 * The one way out of a dataset: whatever a person must not see is masked in here already, so no filter, order, chart
 * or export around it can get at more.
 */
export function openSource(
  { file, rows, columns }: { file: string; rows: number; columns: readonly DatasetColumn[] },
  sight: Sight,
): Source {
  const seen = columns.map((column): SourceColumn => {
    const { key, name, type, misfits } = column
    return {
      key,
      name,
      type,
      misfits,
      isMasked: isMasked(name, sight),
      value: valueName(column),
      misfit: misfits > 0 ? misfitName(column) : null,
    }
  })
  const selected = seen.flatMap(({ name, isMasked: masked, value, misfit }) => [
    masked ? `${maskSql(name, value)} AS ${value}` : value,
    ...(misfit === null
      ? []
      : [masked || areMisfitsMasked(sight) ? `${maskSql('', misfit)} AS ${misfit}` : misfit]),
  ])
  return {
    sql: `(SELECT ${[`file_row_number AS ${recordNumber}`, ...selected].join(', ')}
      FROM read_parquet($1, file_row_number = true))`,
    file,
    rows,
    columns: seen,
    byKey: new Map(seen.map((column) => [column.key, column])),
  }
}
