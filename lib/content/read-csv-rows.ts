import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'

/**
 * The rows of a CSV by the names of its header, in constant memory. For small files: the ways to cut and merge large ones
 * work on bytes. Missing fields are left out, and so are those without a name.
 */
export async function* readCsvRows(source: Readable): AsyncGenerator<Record<string, string>> {
  const parser = source.pipe(
    parse({ bom: true, columns: true, relax_column_count: true, skip_empty_lines: true }),
  )
  // pipe() hands no fault on.
  source.once('error', (error) => parser.destroy(error))
  try {
    for await (const row of parser) yield row as Record<string, string>
  } finally {
    source.destroy()
  }
}
