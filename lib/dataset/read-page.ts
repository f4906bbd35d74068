import type { DuckDBValue } from '@duckdb/node-api'
import { AppError } from '@/lib/errors/app-error'
import type { RecordPage, RecordQuery, RecordScope } from '@/lib/schemas/records'
import { toCellText } from './cell-text'
import { createParameters } from './parameters'
import type { QueryEngine } from './query-engine'
import { recordNumber, type Source, type SourceColumn } from './source'
import { findColumn, toWhere } from './where'

export type Asked = { engine: QueryEngine; source: Source; signal?: AbortSignal | undefined }

/**
 * A page of records: which ones is found out by the columns that it takes to know, and only those are then read whole.
 * @throws AppError `invalid`, `forbidden` as `findColumn`; DatasetError as `QueryEngine.ask`
 */
export async function readPage(asked: Asked, query: RecordQuery): Promise<RecordPage> {
  const columns = chooseColumns(asked.source, query.columns)
  const [numbers, total] = await Promise.all([
    findNumbers(asked, query),
    countRecords(asked, query),
  ])
  return {
    columns: columns.map(({ key }) => key),
    rows: await readRecords(asked, columns, numbers),
    total,
  }
}

/** How many records fit. */
export async function countRecords({ engine, source, signal }: Asked, scope: RecordScope) {
  if (isEverything(scope)) return source.rows
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `SELECT count(*) FROM ${source.sql} WHERE ${where}`,
    parameters.values,
    { signal },
  )
  return Number(rows[0]?.[0] ?? 0)
}

function isEverything({ filters, search }: RecordScope): boolean {
  return filters.length === 0 && !search
}

/** @throws AppError `invalid` where a key is none of a column */
export function chooseColumns(
  source: Source,
  keys: readonly string[] | null,
): readonly SourceColumn[] {
  if (keys === null) return source.columns
  return keys.map((key) => {
    const column = source.byKey.get(key)
    if (!column)
      throw new AppError('invalid', `These records have no column “${key.slice(0, 100)}”.`)
    return column
  })
}

/** The numbers of a page's records, in its order. In the file's own order without filters they need no look. */
async function findNumbers(
  { engine, source, signal }: Asked,
  { sort, offset, limit, ...scope }: RecordQuery,
): Promise<number[]> {
  if (!sort && isEverything(scope)) {
    const length = Math.max(0, Math.min(limit, source.rows - offset))
    return Array.from({ length }, (_, index) => offset + index)
  }
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `SELECT ${recordNumber} FROM ${source.sql} WHERE ${where}
    ORDER BY ${toOrder(source, sort)} LIMIT ${parameters.add(limit)} OFFSET ${parameters.add(offset)}`,
    parameters.values,
    { signal },
  )
  return rows.map(([number]) => Number(number))
}

/** What records are ordered by: empty ones last, and those alike as they stand in the file. */
export function toOrder(source: Source, sort: RecordQuery['sort']): string {
  if (!sort) return recordNumber
  const { value } = findColumn(source, sort.column)
  return `${value} ${sort.descending ? 'DESC' : 'ASC'} NULLS LAST, ${recordNumber}`
}

async function readRecords(
  { engine, source, signal }: Asked,
  columns: readonly SourceColumn[],
  numbers: readonly number[],
): Promise<RecordPage['rows']> {
  if (numbers.length === 0) return []
  const parameters = createParameters(source.file)
  const wanted = numbers.map((number) => parameters.add(BigInt(number))).join(', ')
  const selected = columns.flatMap(({ value, misfit }) => (misfit ? [value, misfit] : [value]))
  const rows = await engine.ask(
    `SELECT ${[recordNumber, ...selected].join(', ')} FROM ${source.sql}
    WHERE ${recordNumber} BETWEEN ${parameters.add(BigInt(Math.min(...numbers)))}
      AND ${parameters.add(BigInt(Math.max(...numbers)))} AND ${recordNumber} IN (${wanted})`,
    parameters.values,
    { signal },
  )
  const byNumber = new Map(rows.map(([number, ...cells]) => [Number(number), cells]))
  return numbers.map((number) => ({
    number,
    cells: toCells(columns, byNumber.get(number) ?? []),
  }))
}

function toCells(
  columns: readonly SourceColumn[],
  values: readonly DuckDBValue[],
): (string | null)[] {
  let at = 0
  return columns.map(({ misfit }) => {
    const value = toCellText(values[at++])
    return misfit === null ? value : (toCellText(values[at++]) ?? value)
  })
}
