// script/bench plan: the search for records that are paid for, among 100,000 archived parts, beside an indexed SQL look-up,
// and, there, a report of 2,000 requests beside the bare inserts of the same rows, all in the same run.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDb, getDb } from '@/lib/db/client'
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres'
import { migrate } from '@/lib/db/migrate'
import { measureCreate } from './measure-create'
import { measureOverlap } from './measure-overlap'

const folder = mkdtempSync(join(tmpdir(), 'bench-plan-'))
const server = await startEmbeddedPostgres(folder)
try {
  const { url } = server
  process.env.DATABASE_URL = url
  await migrate(url)
  const overlap = await measureOverlap(getDb(), url)
  const round = (value: number) => Math.round(value * 100) / 100
  console.log(
    `search: p95 ${round(overlap.oursP95Ms)} ms, look-up: p95 ${round(overlap.peerP95Ms)} ms, ratio ${round(overlap.ratio)} (p95 below 50 ms, or at most 5 times the look-up); 2,000 requests at once: ${round(overlap.manyMs)} ms`,
  )
  const account = await getDb().account.findFirstOrThrow({ select: { id: true } })
  const create = await measureCreate(getDb(), url, account.id)
  console.log(
    `a report of 2,000 requests: ${round(create.oursMs)} ms, bare inserts: ${round(create.peerMs)} ms, ratio ${round(create.ratio)} (below 3)`,
  )
  console.log(
    JSON.stringify({
      bench: 'plan',
      ratio: round(create.ratio),
      create_ms: round(create.oursMs),
      bare_inserts_ms: round(create.peerMs),
      overlap_ratio: round(overlap.ratio),
      overlap_p95_ms: round(overlap.oursP95Ms),
      look_up_p95_ms: round(overlap.peerP95Ms),
      overlap_2000_ms: round(overlap.manyMs),
      parts: overlap.parts,
      load: round(loadavg()[0] ?? 0),
    }),
  )
} finally {
  await closeDb()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
