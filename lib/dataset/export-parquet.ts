import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type ExportedRecords, selectLines } from './export-lines'
import { createParameters } from './parameters'
import { type Asked, chooseColumns } from './read-page'
import type { SourceColumn } from './source'
import { toSqlText } from './sql-text'

/**
 * Records as Parquet with their types. A typed column that has values of none gets a second one, “price (as text)”, for
 * them. Written whole before it is read: its end names what is in it.
 * @param folder below which it lies meanwhile
 */
export async function exportParquet(
  { engine, source }: Asked,
  query: ExportedRecords,
  folder: string,
): Promise<Readable> {
  const columns = chooseColumns(source, query.columns)
  const parameters = createParameters(source.file)
  const select = selectLines(source, query, columns.flatMap(selectNamed).join(', '), parameters)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomUUID()}.parquet`)
  try {
    await engine.exports.copy(
      `COPY (${select}) TO ${toSqlText(path)} (FORMAT parquet, COMPRESSION zstd)`,
      parameters.values,
    )
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return createReadStream(path).once('close', () => {
    rm(path, { force: true }).catch(() => undefined)
  })
}

function selectNamed({ key, value, misfit }: SourceColumn): string[] {
  const named = `${value} AS ${toSqlName(key)}`
  return misfit === null ? [named] : [named, `${misfit} AS ${toSqlName(`${key} (as text)`)}`]
}

/** The one place where a file's own names are in SQL: as quoted names of what comes out. */
function toSqlName(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`
}
