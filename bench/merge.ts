// script/bench merge: many archived files into one CSV, beside unzip and tail in a shell loop, in the same run.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createDiskStore } from '@/lib/archive/disk-store'
import { openCsv } from '@/lib/archive/open-csv'
import { type ReceivedArchive, receiveArchive } from '@/lib/archive/receive-archive'
import { mergeCsv } from '@/lib/content/merge-csv'
import { makeSmsArchive } from './make-sms-archive'

const partCount = 40
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { megabytes: { type: 'string', default: '4000' } },
})
const partBytes = (Number(values.megabytes) * 1e6) / partCount
const folder = `data/bench/merge-${values.megabytes}`
const keys = Array.from(
  { length: partCount },
  (_, i) => `part-${String(i + 1).padStart(2, '0')}.zip`,
)
const outputs = { ours: `${folder}/ours.csv`, peer: `${folder}/peer.csv` }

if (positionals[0] === 'merge') await merge(JSON.parse(positionals[1] ?? ''))
else await measure()

async function measure(): Promise<void> {
  const facts = await makeParts()
  const peer = runPeer()
  const ours = runOurs(facts)
  const [a, b] = [await hashFile(outputs.ours), await hashFile(outputs.peer)]
  const { size } = await stat(outputs.ours)
  await Promise.all(Object.values(outputs).map((path) => rm(path)))
  if (a !== b) throw new Error('The two did not make the same file.')
  report(size, peer, ours)
}

/** Makes the first part and copies it, unless they are there already; tells what our store would know of each. */
async function makeParts(): Promise<ReceivedArchive> {
  await mkdir(folder, { recursive: true })
  const [first = ''] = keys
  if (!(await stat(`${folder}/${keys.at(-1)}`).catch(() => null))) {
    console.log(`Making ${partCount} parts; they are kept in ${folder} for the next time.`)
    await makeSmsArchive(`${folder}/${first}`, 0, partBytes)
    for (const key of keys.slice(1)) await copyFile(`${folder}/${first}`, `${folder}/${key}`)
  }
  const store = createDiskStore(`${folder}/store`)
  const source = createReadStream(`${folder}/${first}`)
  const facts = await receiveArchive({ source, store, key: first })
  await rm(`${folder}/store`, { recursive: true })
  return facts
}

type Measured = { seconds: number; cpuSeconds: number }

function runPeer(): Measured {
  const loop = `unzip -p ${keys[0]} | head -n 1 > peer.csv; for part in part-*.zip; do unzip -p "$part" | tail -n +2 >> peer.csv; done`
  const timed = `set -e; TIMEFORMAT='%U %S'; time { ${loop}; }`
  const start = performance.now()
  const { status, stderr } = spawnSync('bash', ['-c', timed], { cwd: folder, encoding: 'utf8' })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`The commands that we are measured against failed: ${stderr}`)
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { seconds, cpuSeconds: user + system }
}

type Ours = Measured & { growthMb: number }

/** In a process of its own, so that its memory is that of merging alone. */
function runOurs(facts: ReceivedArchive): Ours {
  const args = [
    process.argv[1] ?? '',
    'merge',
    JSON.stringify(facts),
    '--megabytes',
    values.megabytes,
  ]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

async function merge({ columns, ...facts }: ReceivedArchive): Promise<void> {
  const store = createDiskStore(folder)
  const parts = keys.map((key) => ({
    columns,
    open: async () => (await openCsv(store, { ...facts, key })).stream,
  }))
  const before = process.memoryUsage().rss
  const cpu = process.cpuUsage()
  const start = performance.now()
  await pipeline(
    Readable.from(mergeCsv(parts), { objectMode: false }),
    createWriteStream(outputs.ours),
  )
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  // The kernel's own peak, in KiB: it misses nothing between two samples.
  const growthMb = (process.resourceUsage().maxRSS * 1024 - before) / 1e6
  const measured: Ours = { seconds, cpuSeconds: (user + system) / 1e6, growthMb }
  console.log(JSON.stringify(measured))
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

function report(bytes: number, peer: Measured, ours: Ours): void {
  const ratio = ours.seconds / peer.seconds
  console.log(`${partCount} parts into one CSV of ${bytes} bytes`)
  console.log(`unzip, tail: ${peer.seconds.toFixed(1)} s (CPU ${peer.cpuSeconds.toFixed(1)} s)`)
  console.log(`our merge:   ${ours.seconds.toFixed(1)} s (CPU ${ours.cpuSeconds.toFixed(1)} s)`)
  console.log(
    `ratio ${ratio.toFixed(2)} (at most 1.5), growth ${ours.growthMb.toFixed(0)} MB (at most 100)`,
  )
  const round = (value: number) => Math.round(value * 100) / 100
  console.log(
    JSON.stringify({
      bench: 'merge',
      ratio: round(ratio),
      rss_growth_mb: round(ours.growthMb),
      ours_s: round(ours.seconds),
      peer_s: round(peer.seconds),
      ours_cpu_s: round(ours.cpuSeconds),
      peer_cpu_s: round(peer.cpuSeconds),
      parts: partCount,
      csv_bytes: bytes,
      load: round(loadavg()[0] ?? 0),
    }),
  )
}
