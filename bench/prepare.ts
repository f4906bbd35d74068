// script/bench prepare: an archived report of 7 million rows becomes Parquet, beside unzip and one COPY of DuckDB.
import { execFileSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { createDiskStore } from '@/lib/archive/disk-store'
import { type ReceivedArchive, receiveArchive } from '@/lib/archive/receive-archive'
import { columnTypeOf } from '@/lib/catalogue/column-kinds'
import { decimalType } from '@/lib/dataset/column-sql'
import { openEngine } from '@/lib/dataset/engine'
import { prepareDataset } from '@/lib/services/prepare-dataset'
import { makeSmsArchive } from './make-sms-archive'

/** Bytes of ZIP for a row of the generated report. */
const zipBytesOfRow = 77.6
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '7000000' } },
})
const folder = `data/bench/prepare-${values.rows}`
const key = '2026/11/report.zip'
const limits = { memoryMb: 768, threads: 2 }
process.env.DATA_DIR = folder
process.env.DATASET_THREADS = String(limits.threads)
process.env.DATASET_MEMORY_MB = String(limits.memoryMb)

type Measured = { seconds: number; peakMb: number; rows: number; bytes: number }

const role = positionals[0]
if (role) await runPart(role, JSON.parse(positionals[1] ?? '{}'))
else await measure()

async function measure(): Promise<void> {
  const facts = await makeReport()
  const zip = `${folder}/archives/${key}`
  const start = performance.now()
  execFileSync('bash', ['-c', `unzip -p ${zip} > ${folder}/peer.csv`])
  const unzipSeconds = (performance.now() - start) / 1000
  const peer = runApart('peer', facts)
  await rm(`${folder}/peer.csv`)
  const ours = runApart('ours', facts)
  await rm(`${folder}/datasets`, { recursive: true })
  if (ours.rows !== peer.rows || ours.rows !== facts.rows) throw new Error('Rows were lost.')
  const round = (value: number) => Math.round(value * 100) / 100
  const peerSeconds = unzipSeconds + peer.seconds
  console.log(`${facts.rows} rows, ${facts.csvBytes} bytes of CSV, ${facts.bytes} of ZIP`)
  console.log(
    `unzip ${unzipSeconds.toFixed(1)} s, COPY ${peer.seconds.toFixed(1)} s, ${peer.peakMb.toFixed(0)} MB`,
  )
  console.log(`ours  ${ours.seconds.toFixed(1)} s, ${ours.peakMb.toFixed(0)} MB`)
  console.log(
    JSON.stringify({
      bench: 'prepare',
      ratio: round(ours.seconds / peerSeconds),
      ours_s: round(ours.seconds),
      peer_s: round(peerSeconds),
      peak_mb: round(ours.peakMb),
      peer_peak_mb: round(peer.peakMb),
      rows: facts.rows,
      parquet_bytes: ours.bytes,
      peer_parquet_bytes: peer.bytes,
      load: round(loadavg()[0] ?? 0),
    }),
  )
}

async function makeReport(): Promise<ReceivedArchive> {
  await mkdir(`${folder}/archives`, { recursive: true })
  const made = `${folder}/report.zip`
  await makeSmsArchive(made, Number(values.rows) * zipBytesOfRow)
  const store = createDiskStore(`${folder}/archives`)
  return receiveArchive({ source: createReadStream(made), store, key })
}

/** In a process of its own, so that its memory is that of the one thing alone. */
function runApart(part: string, facts: ReceivedArchive): Measured {
  const args = [process.argv[1] ?? '', part, JSON.stringify(facts), '--rows', values.rows]
  const out = execFileSync(process.execPath, args, { encoding: 'utf8' })
  return JSON.parse(out.trim().split('\n').at(-1) ?? '')
}

async function runPart(part: string, facts: ReceivedArchive): Promise<void> {
  const start = performance.now()
  const made = part === 'ours' ? await runOurs(facts) : await runPeer(facts)
  const seconds = (performance.now() - start) / 1000
  // The kernel's own peak, in KiB: it misses nothing between two samples.
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
  console.log(JSON.stringify({ seconds, peakMb, ...made }))
}

async function runOurs(facts: ReceivedArchive) {
  const part = { product: 'SMS', kept: null, file: { ...facts, key } } as const
  const { rows, bytes } = await prepareDataset([part], 'ours.parquet', new AbortController().signal)
  return { rows, bytes }
}

async function runPeer({ columns }: ReceivedArchive) {
  const engine = await openEngine(folder, limits)
  const connection = await engine.connect()
  const casts = {
    time: (name: string) => `TRY_CAST(${name} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS ${name}`,
    decimal: (name: string) => `TRY_CAST(${name} AS ${decimalType}) AS ${name}`,
    count: (name: string) => `TRY_CAST(${name} AS BIGINT) AS ${name}`,
    text: (name: string) => name,
  }
  const selected = columns.map((name) => casts[columnTypeOf(name)](`"${name}"`))
  const typed = columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')
  const parquet = `${folder}/peer.parquet`
  await connection.run(`COPY (SELECT ${selected.join(', ')}
    FROM read_csv('${folder}/peer.csv', header = true, quote = '"', escape = '"', columns = {${typed}}))
    TO '${parquet}' (FORMAT parquet)`)
  const counted = await connection.runAndReadAll('SELECT count(*) FROM read_parquet($1)', [parquet])
  const { size } = await stat(parquet)
  await rm(parquet)
  return { rows: Number(counted.getRows()[0]?.[0]), bytes: size }
}
