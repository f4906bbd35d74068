import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetColumn } from '@/lib/schemas/dataset'
import { misfitName, selectTyped, valueName } from './column-sql'
import { toSqlText } from './sql-text'

/** The longest record that is read, in bytes. */
export const mostRecordBytes = 16 * 1024 * 1024
/** What DuckDB reads at once; left to itself it takes sixteen times the longest record. */
const bufferBytes = 2 * mostRecordBytes

/**
 * Turns a CSV of exactly these columns, in this order, into Parquet: with a header of one line and any line ends, or
 * `isPlain`, as `normaliseCsv` writes it. What DuckDB does not take for RFC 4180 is an error, never a guess.
 * @returns the rows of the Parquet file, and the columns with their misfits counted
 */
export async function writeParquet(
  connection: DuckDBConnection,
  {
    csv,
    parquet,
    columns,
    isPlain,
  }: { csv: string; parquet: string; columns: readonly DatasetColumn[]; isPlain: boolean },
): Promise<{ rows: number; columns: DatasetColumn[] }> {
  const lines = isPlain ? "new_line = '\\n'" : 'skip = 1'
  const texts = columns.map((column) => `'${valueName(column)}': 'VARCHAR'`).join(', ')
  await connection.run(
    `COPY (
      SELECT ${columns.flatMap(selectTyped).join(', ')}
      FROM read_csv(${toSqlText(csv)}, auto_detect = false, header = false, ${lines}, delim = ',', quote = '"',
        escape = '"', strict_mode = true, max_line_size = ${mostRecordBytes}, buffer_size = ${bufferBytes},
        columns = {${texts}})
    ) TO ${toSqlText(parquet)} (FORMAT parquet)`,
  )
  const typed = columns.filter(({ type }) => type !== 'text')
  const counted = await connection.runAndReadAll(
    `SELECT ${['count(*)', ...typed.map((column) => `count(${misfitName(column)})`)].join(', ')}
    FROM read_parquet($1)`,
    [parquet],
  )
  const [rows = 0, ...misfits] = (counted.getRows()[0] ?? []).map(Number)
  const misfitsByPlace = new Map(typed.map(({ place }, index) => [place, misfits[index] ?? 0]))
  return {
    rows,
    columns: columns.map((column) => ({
      ...column,
      misfits: misfitsByPlace.get(column.place) ?? 0,
    })),
  }
}
