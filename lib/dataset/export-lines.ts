import type { ExportStyle } from '@/lib/schemas/record-export'
import type { RecordQuery } from '@/lib/schemas/records'
import { createParameters, type Parameters } from './parameters'
import { type Asked, chooseColumns, toOrder } from './read-page'
import type { Source, SourceColumn } from './source'
import { toText } from './text-sql'
import { toWhere } from './where'

export type ExportedRecords = Pick<RecordQuery, 'filters' | 'search' | 'sort' | 'columns'>

/** A CSV of records, line by line: every field in quotes, times in a zone that the header names. */
export async function* exportCsv(
  { engine, source }: Asked,
  query: ExportedRecords,
  { delimiter, decimal, bom, raw, timeZone }: ExportStyle,
): AsyncGenerator<string, void, undefined> {
  const columns = chooseColumns(source, query.columns)
  const parameters = createParameters(source.file)
  const style = { decimal, neutralise: !raw, timeZone: parameters.addWhenUsed(timeZone) }
  const comma = parameters.addWhenUsed(delimiter)
  const fields = columns.map((column) => `'"', replace(${toText(column, style)}, '"', '""'), '"'`)
  const select = selectLines(source, query, joinFields(fields, comma), parameters)
  const header = columns.map((column) => `"${nameInZone(column, timeZone).replaceAll('"', '""')}"`)
  yield `${bom ? '\ufeff' : ''}${header.join(delimiter)}\n`
  for await (const lines of engine.exports.stream(select, parameters.values))
    yield `${lines.join('\n')}\n`
}

/** JSON Lines: prices as text, since they are exact; whole numbers as such; times as ISO in UTC; nothing as null. */
export async function* exportJsonLines(
  { engine, source }: Asked,
  query: ExportedRecords,
): AsyncGenerator<string, void, undefined> {
  const columns = chooseColumns(source, query.columns)
  const parameters = createParameters(source.file)
  const style = { decimal: '.', neutralise: false, timeZone: null } as const
  const fields = columns.map((column) => {
    const text = `to_json(${toText(column, style)})`
    const value =
      column.type === 'count'
        ? `CASE WHEN ${column.value} IS NULL THEN ${text} ELSE to_json(${column.value}) END`
        : text
    return `CAST(${parameters.add(column.key)} AS VARCHAR), ${value}`
  })
  const line = `CAST(json_object(${fields.join(', ')}) AS VARCHAR)`
  const select = selectLines(source, query, line, parameters)
  for await (const lines of engine.exports.stream(select, parameters.values))
    yield `${lines.join('\n')}\n`
}

/** A statement that gives a text for each record of a query, in its order. */
export function selectLines(
  source: Source,
  { filters, search, sort }: ExportedRecords,
  line: string,
  parameters: Parameters,
): string {
  const where = toWhere(source, { filters, search }, parameters)
  const order = sort ? `ORDER BY ${toOrder(source, sort)}` : ''
  return `SELECT ${line} FROM ${source.sql} WHERE ${where} ${order}`
}

/** One call makes the line: adding field after field would write its beginning anew each time. */
function joinFields(fields: readonly string[], comma: () => string): string {
  return `concat(${fields.reduce((line, field) => `${line}, ${comma()}, ${field}`)})`
}

/** A column's name, with the zone where it holds times. */
export function nameInZone({ key, type }: SourceColumn, timeZone: string): string {
  return type === 'time' ? `${key} (${timeZone})` : key
}
