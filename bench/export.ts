// script/bench export: a million records as CSV, JSON Lines, XLSX and Parquet, beside csv-stringify on the same rows.
import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { stringify } from 'csv-stringify'
import { columnsOf } from '@/lib/catalogue/columns'
import { exportCsv, exportJsonLines } from '@/lib/dataset/export-lines'
import { exportParquet } from '@/lib/dataset/export-parquet'
import { exportXlsx } from '@/lib/dataset/export-xlsx'
import { layOutColumns } from '@/lib/dataset/lay-out-columns'
import { createQueryEngine } from '@/lib/dataset/query-engine'
import { openSource } from '@/lib/dataset/source'
import { exportStyleSchema } from '@/lib/schemas/record-export'

const rows = 1_000_000
const all = 'data/bench/explore-7000000/datasets/records.parquet'
const folder = resolve('data/bench/explore-7000000/datasets')
const file = `${folder}/million.parquet`
const formats = ['csv', 'peer', 'parquet', 'jsonl', 'xlsx'] as const
type Format = (typeof formats)[number]
type Measured = { seconds: number; growthMb: number; bytes: number }

const format = formats.find((one) => one === process.argv[2])
if (format) await run(format)
else await measure()

async function measure(): Promise<void> {
  if (!(await stat(all).catch(() => null)))
    throw new Error('Run script/bench explore first: it makes the records.')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (FROM read_parquet('${all}') LIMIT ${rows}) TO '${file}'`)
  instance.closeSync()
  const measured = new Map<Format, Measured>()
  for (const one of formats) {
    const out = execFileSync(process.execPath, [process.argv[1] ?? '', one], { encoding: 'utf8' })
    const result: Measured = JSON.parse(out.trim().split('\n').at(-1) ?? '')
    measured.set(one, result)
    console.log(
      `${one}: ${result.seconds.toFixed(1)} s, ${Math.round(rows / result.seconds)} rows a second, ${result.growthMb.toFixed(0)} MB more, ${result.bytes} bytes`,
    )
  }
  await rm(file)
  const ours = measured.get('csv')?.seconds ?? 0
  const peer = measured.get('peer')?.seconds ?? 1
  const growth = [...measured].filter(([one]) => one !== 'peer').map(([, { growthMb }]) => growthMb)
  console.log(
    JSON.stringify({
      bench: 'export',
      ratio: Math.round((ours / peer) * 100) / 100,
      growth_mb: Math.round(Math.max(...growth)),
      results: Object.fromEntries(measured),
      load: loadavg()[0],
    }),
  )
}

/** In a process of its own, which has answered a small question before: so much of DuckDB is there already. */
async function run(one: Format): Promise<void> {
  const engine = createQueryEngine(folder, { memoryMb: 768, threads: 2 })
  const columns = layOutColumns(columnsOf('SMS', 'outbound'))
  const source = openSource({ file, rows, columns }, { numbers: true, texts: true })
  await engine.ask(`SELECT count(*) FROM ${source.sql}`, [file])
  const before = process.memoryUsage().rss
  const start = performance.now()
  const out = `${folder}/export.${one}`
  await pipeline(await open(one, { engine, source }), createWriteStream(out))
  const seconds = (performance.now() - start) / 1000
  // The kernel's own peak, in KiB: it misses nothing between two samples.
  const growthMb = (process.resourceUsage().maxRSS * 1024 - before) / 1e6
  const { size } = await stat(out)
  await rm(out)
  engine.close()
  const measured: Measured = { seconds, growthMb, bytes: size }
  console.log(JSON.stringify(measured))
}

async function open(one: Format, asked: Parameters<typeof exportCsv>[0]): Promise<Readable> {
  const query = { filters: [], search: '', sort: null, columns: null }
  switch (one) {
    case 'csv':
      return Readable.from(exportCsv(asked, query, exportStyleSchema.parse({})), {
        objectMode: false,
      })
    case 'jsonl':
      return Readable.from(exportJsonLines(asked, query), { objectMode: false })
    case 'xlsx':
      return exportXlsx(asked, query, { total: rows, timeZone: 'UTC', now: new Date() })
    case 'parquet':
      return exportParquet(asked, query, `${folder}/.incoming`)
    case 'peer':
      return openPeer()
  }
}

/** The plain way: rows of DuckDB through csv-stringify. */
async function openPeer(): Promise<Readable> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const result = await connection.stream('SELECT * FROM read_parquet($1)', [file])
  async function* read() {
    for await (const some of result.yieldRowsJson()) yield* some
  }
  return Readable.from(read()).pipe(stringify({ quoted: true, escape_formulas: true }))
}
