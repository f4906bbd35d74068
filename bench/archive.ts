// script/bench archive: our archive path beside curl, sha256sum, unzip and wc, on the same file in the same run.
import { type ChildProcess, execFileSync, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { request } from 'undici'
import { createDiskStore } from '@/lib/archive/disk-store'
import { type ReceivedArchive, receiveArchive } from '@/lib/archive/receive-archive'
import { makeSmsArchive } from './make-sms-archive'
import { serveFile } from './serve-file'

const folder = 'data/bench'
const self = fileURLToPath(import.meta.url)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { megabytes: { type: 'string', default: '1000' } },
})
const megabytes = Number(values.megabytes)
const archive = `${folder}/sms-${megabytes}.zip`

if (positionals[0] === 'make') await makeSmsArchive(archive, megabytes * 1e6)
else if (positionals[0] === 'serve') serveFile(archive)
else await measure()

/** Makes and serves the file in other processes, so that our memory is that of receiving alone. */
function startOther(role: 'make' | 'serve'): ChildProcess {
  return fork(self, [role, '--megabytes', String(megabytes)])
}

async function measure(): Promise<void> {
  assertTools()
  await mkdir(folder, { recursive: true })
  if (!(await stat(archive).catch(() => null))) {
    console.log(`Making a ZIP of ${megabytes} MB; it is kept in ${folder} for the next time.`)
    await once(startOther('make'), 'exit')
  }
  const server = startOther('serve')
  try {
    const [port] = (await once(server, 'message')) as [number]
    const url = `http://127.0.0.1:${port}/`
    const peer = runPeer(url)
    const ours = await runOurs(url)
    report(peer, ours)
  } finally {
    server.kill()
  }
}

function assertTools(): void {
  for (const tool of ['curl', 'sha256sum', 'unzip', 'wc']) {
    try {
      execFileSync('sh', ['-c', `command -v ${tool}`])
    } catch {
      console.error(`${tool} is missing: it is a part of what we are measured against. Install it.`)
      process.exit(1)
    }
  }
}

type Peer = { seconds: number; cpuSeconds: number; sha256: string; lines: number }

function runPeer(url: string): Peer {
  const file = `${folder}/peer.zip`
  const command = `curl -sS -o ${file} ${url} && sha256sum ${file} && unzip -p ${file} | wc -l`
  const timed = `set -o pipefail; TIMEFORMAT='%U %S'; time { ${command}; }`
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync('bash', ['-c', timed], { encoding: 'utf8' })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`The commands that we are measured against failed: ${stderr}`)
  const [sha256 = '', , lines] = stdout.split(/\s+/)
  const [user = 0, system = 0] = stderr.trim().split(' ').map(Number)
  rmSync(file)
  return { seconds, cpuSeconds: user + system, sha256, lines: Number(lines) }
}

type Ours = { seconds: number; cpuSeconds: number; growthMb: number; facts: ReceivedArchive }

async function runOurs(url: string): Promise<Ours> {
  const dir = `${folder}/store`
  const store = createDiskStore(dir)
  const before = process.memoryUsage().rss
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { body, headers } = await request(url)
  const facts = await receiveArchive({
    source: body,
    store,
    key: 'bench.zip',
    contentLength: Number(headers['content-length']),
  })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  // The kernel's own peak, in KiB: it misses nothing between two samples.
  const growthMb = (process.resourceUsage().maxRSS * 1024 - before) / 1e6
  await rm(dir, { recursive: true })
  return { seconds, cpuSeconds: (user + system) / 1e6, growthMb, facts }
}

function report(peer: Peer, ours: Ours): void {
  const { facts } = ours
  if (facts.sha256 !== peer.sha256) throw new Error('The two did not receive the same file.')
  const ratio = ours.seconds / peer.seconds
  console.log(`The file: ${facts.bytes} bytes, unpacked ${facts.csvBytes} bytes`)
  console.log(
    `curl, sha256sum, unzip, wc: ${peer.seconds.toFixed(1)} s (CPU ${peer.cpuSeconds.toFixed(1)} s), ${peer.lines} lines`,
  )
  console.log(
    `our archive path:           ${ours.seconds.toFixed(1)} s (CPU ${ours.cpuSeconds.toFixed(1)} s), ${facts.rows} rows`,
  )
  console.log(
    `ratio ${ratio.toFixed(2)} (at most 1.2), growth ${ours.growthMb.toFixed(0)} MB (at most 100)`,
  )
  const round = (value: number) => Math.round(value * 100) / 100
  console.log(
    JSON.stringify({
      bench: 'archive',
      ratio: round(ratio),
      rss_growth_mb: round(ours.growthMb),
      ours_s: round(ours.seconds),
      peer_s: round(peer.seconds),
      ours_cpu_s: round(ours.cpuSeconds),
      peer_cpu_s: round(peer.cpuSeconds),
      bytes: facts.bytes,
      csv_bytes: facts.csvBytes,
      rows: facts.rows,
      load: round(loadavg()[0] ?? 0),
    }),
  )
}
