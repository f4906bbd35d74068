import { createPacer } from '../pacer'
import type { Source } from '../records/source'
import type { Row } from '../traffic/row'

const chunkLength = 64 * 1024

function quote(value: string): string {
  return value.indexOf('"') >= 0 ? `"${value.replaceAll('"', '""')}"` : `"${value}"`
}

function formatRow(row: Row, columns: readonly string[]): string {
  let line = quote(row[columns[0] as string] ?? '')
  for (let index = 1; index < columns.length; index++) {
    const value = row[columns[index] as string]
    line += value ? `,${quote(value)}` : ',""'
  }
  return `${line}\n`
}

/** The CSV in pieces: every field quoted, lines ended by `\n`, the header first, at most `limit` rows. */
export async function* writeCsv(source: Source, limit: number): AsyncGenerator<Buffer> {
  const pacer = createPacer()
  let text = `${source.columns.map(quote).join(',')}\n`
  let left = limit
  if (left > 0) {
    for (const row of source.rows()) {
      if (row) {
        text += formatRow(row, source.columns)
        if (--left === 0) break
      }
      if (text.length >= chunkLength) {
        yield Buffer.from(text)
        text = ''
      } else if (pacer.isDue()) await pacer.rest()
    }
  }
  if (text) yield Buffer.from(text)
}
