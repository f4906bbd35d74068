// script/bench explore: questions about 7 million records, beside the same asked of the same Parquet by a bare DuckDB.
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { createDiskStore } from '@/lib/archive/disk-store'
import { receiveArchive } from '@/lib/archive/receive-archive'
import { columnsOf } from '@/lib/catalogue/columns'
import { askChart } from '@/lib/dataset/ask-chart'
import { layOutColumns } from '@/lib/dataset/lay-out-columns'
import { createQueryEngine } from '@/lib/dataset/query-engine'
import { readPage } from '@/lib/dataset/read-page'
import { openSource } from '@/lib/dataset/source'
import { recordChartSchema, recordQuerySchema, recordScopeSchema } from '@/lib/schemas/records'
import { prepareDataset } from '@/lib/services/prepare-dataset'
import { makeSmsArchive } from './make-sms-archive'

const zipBytesOfRow = 77.6
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '7000000' },
    rounds: { type: 'string', default: '12' },
  },
})
const folder = resolve(`data/bench/explore-${values.rows}`)
const rounds = Number(values.rounds)
process.env.DATA_DIR = folder
process.env.DATASET_THREADS = '2'
const file = `${folder}/datasets/records.parquet`

await makeDataset()
const engine = createQueryEngine(`${folder}/datasets`, { memoryMb: 768, threads: 2 })
const bare = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '768MB' })
const connection = await bare.connect()
const counted = await connection.runAndReadAll('SELECT count(*) FROM read_parquet($1)', [file])
const rows = Number(counted.getRows()[0]?.[0])
const columns = layOutColumns(columnsOf('SMS', 'outbound'))
const source = openSource({ file, rows, columns }, { numbers: true, texts: true })
const place = (name: string) => `c${columns.findIndex((column) => column.name === name)}`

const page = (fields: object) => () => readPage({ engine, source }, recordQuerySchema.parse(fields))
const chart = (fields: object) => () =>
  askChart({ engine, source }, recordScopeSchema.parse({}), recordChartSchema.parse(fields))
const sql =
  (...statements: string[]) =>
  async () => {
    for (const statement of statements)
      await connection.runAndReadAll(statement.replaceAll('FILE', 'read_parquet($1)'), [file])
  }
const failed = { filters: [{ column: 'status', op: 'is', values: ['failed'] }] }
const isFailed = `${place('status')} = 'failed'`
const questions: Record<string, [() => Promise<unknown>, () => Promise<unknown>]> = {
  'first page': [page({}), sql('SELECT * FROM FILE LIMIT 100')],
  'page 1,000': [page({ offset: 99_900 }), sql('SELECT * FROM FILE LIMIT 100 OFFSET 99900')],
  'sorted page': [
    page({ sort: { column: 'latency', descending: true } }),
    sql(`SELECT * FROM FILE ORDER BY ${place('latency')} DESC LIMIT 100`),
  ],
  'sorted page, 8 columns': [
    page({
      sort: { column: 'latency', descending: true },
      columns: [
        'date_received',
        'to',
        'country',
        'status',
        'error_code',
        'latency',
        'total_price',
        'id',
      ],
    }),
    sql(
      `SELECT ${['date_received', 'to', 'country', 'status', 'error_code', 'latency', 'total_price', 'id'].map(place).join(', ')} FROM FILE ORDER BY ${place('latency')} DESC LIMIT 100`,
    ),
  ],
  'filtered page': [
    page(failed),
    sql(
      `SELECT * FROM FILE WHERE ${isFailed} LIMIT 100`,
      `SELECT count(*) FROM FILE WHERE ${isFailed}`,
    ),
  ],
  'volume by status': [
    chart({ kind: 'volume', column: 'date_received', unit: 'day', split: 'status' }),
    sql(
      `SELECT date_trunc('day', ${place('date_received')}), ${place('status')}, count(*) FROM FILE GROUP BY ALL`,
    ),
  ],
  'cost over time': [
    chart({ kind: 'cost', column: 'date_received', unit: 'day', price: 'total_price' }),
    sql(
      `SELECT date_trunc('day', ${place('date_received')}), ${place('currency')}, sum(${place('total_price')}), count(*) FROM FILE GROUP BY ALL`,
    ),
  ],
  'cost by country': [
    chart({ kind: 'groups', column: 'country', price: 'total_price' }),
    sql(
      `SELECT ${place('country')}, ${place('currency')}, sum(${place('total_price')}), count(*) FROM FILE GROUP BY ALL`,
    ),
  ],
  'latency percentiles': [
    chart({ kind: 'percentiles', column: 'latency' }),
    sql(
      `SELECT quantile_disc(${place('latency')}, [0.5, 0.9, 0.95, 0.99]), min(${place('latency')}), max(${place('latency')}) FROM FILE`,
    ),
  ],
}

const times = new Map<string, { ours: number[]; peer: number[] }>()
for (let round = -1; round < rounds; round++)
  for (const [name, [ours, peer]] of Object.entries(questions)) {
    const taken = times.get(name) ?? { ours: [], peer: [] }
    times.set(name, taken)
    const [a, b] = [await timed(ours), await timed(peer)]
    // The first round reads the file's end and warms the disk's cache, for both.
    if (round >= 0) {
      taken.ours.push(a)
      taken.peer.push(b)
    }
  }
const p95 = (all: number[]) =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * 0.95))] ?? 0
const ratios: Record<string, number> = {}
for (const [name, { ours, peer }] of times) {
  ratios[name] = round(p95(ours) / p95(peer))
  console.log(
    `${name}: ${p95(ours).toFixed(0)} ms, bare ${p95(peer).toFixed(0)} ms, ratio ${ratios[name]}`,
  )
}
const half = (all: number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0
const deep = half(times.get('page 1,000')?.ours ?? []) / half(times.get('first page')?.ours ?? [])
const alone = p95(times.get('volume by status')?.ours ?? [])
const together = await Promise.all(
  Array.from({ length: 20 }, () => timed(questions['volume by status']?.[0] ?? page({}))),
)
engine.close()
bare.closeSync()
console.log(
  JSON.stringify({
    bench: 'explore',
    ratio_p95: Math.max(...Object.values(ratios)),
    ratios,
    p95_ms: Object.fromEntries([...times].map(([name, { ours }]) => [name, Math.round(p95(ours))])),
    deep_page_ratio: round(deep),
    twenty_at_once_ratio: round(p95(together) / alone),
    rows,
    load: round(loadavg()[0] ?? 0),
  }),
)

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await ask()
  return performance.now() - start
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

async function makeDataset(): Promise<void> {
  if (await stat(file).catch(() => null)) return
  console.log(`Making the dataset; it is kept in ${folder} for the next time.`)
  await mkdir(folder, { recursive: true })
  await makeSmsArchive(`${folder}/report.zip`, Number(values.rows) * zipBytesOfRow)
  const store = createDiskStore(`${folder}/archives`)
  const key = '2026/11/report.zip'
  const facts = await receiveArchive({
    source: createReadStream(`${folder}/report.zip`),
    store,
    key,
  })
  const part = { product: 'SMS', kept: null, file: { ...facts, key } } as const
  await prepareDataset([part], 'records.parquet', new AbortController().signal)
  await rm(`${folder}/archives`, { recursive: true })
  await rm(`${folder}/report.zip`)
}
