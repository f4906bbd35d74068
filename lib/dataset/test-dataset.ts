import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCsvCounter } from '@/lib/archive/csv-counter'
import { recordQuerySchema } from '@/lib/schemas/records'
import { convertCsv } from './convert-csv'
import type { Sight } from './mask-sql'
import { createQueryEngine } from './query-engine'
import { readPage } from './read-page'
import { openSource } from './source'

export const seesAll: Sight = { numbers: true, texts: true }
const limits = { memoryMb: 512, threads: 2 }

/** A folder with an engine, in which CSVs become datasets. */
export async function createDatasetWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'dataset-'))
  const engine = createQueryEngine(folder, limits)
  let count = 0
  return {
    engine,
    /** Counts and reads the CSV as the product does. */
    async prepare(content: string | Buffer) {
      const bytes = Buffer.from(content)
      const counter = createCsvCounter()
      counter.push(bytes)
      const { rows: rowsIn, columns: header } = counter.finish()
      const csv = join(folder, `${count}.csv`)
      const file = join(folder, `${count++}.parquet`)
      await writeFile(csv, bytes)
      const { signal } = new AbortController()
      const made = await convertCsv({
        csv,
        parquet: file,
        folder,
        header,
        rowsIn,
        limits,
        signal,
      })
      return { file, rowsIn, ...made }
    },
    /** All cells, in the file's order. */
    async read(content: string | Buffer, sight: Sight = seesAll) {
      const dataset = await this.prepare(content)
      const source = openSource(dataset, sight)
      const query = recordQuerySchema.parse({ limit: 500 })
      const { columns, rows } = await readPage({ engine, source }, query)
      return { dataset, columns, rows: rows.map(({ cells }) => cells) }
    },
    async end() {
      engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
