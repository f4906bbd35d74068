// script/bench history: the history among 100,000 reports (`--reports 1000000` for more): its list beside the bare SQL for
// the same rows, its page 1,000 beside page 1, and its page in the browser’s hands beside the same page with fixed rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDb, getDb } from '@/lib/db/client'
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres'
import { migrate } from '@/lib/db/migrate'
import { measureList } from './measure-list'
import { measurePage } from './measure-page'
import { seedReports } from './seed-reports'

const { values } = parseArgs({ options: { reports: { type: 'string', default: '100000' } } })
const reports = Number(values.reports)
const round = (value: number) => Math.round(value * 100) / 100

const folder = mkdtempSync(join(tmpdir(), 'bench-history-'))
const server = await startEmbeddedPostgres(folder)
try {
  Object.assign(process.env, { DATABASE_URL: server.url, DATA_DIR: folder })
  await migrate(server.url)
  const start = performance.now()
  await seedReports(getDb(), reports)
  console.log(`${reports} reports in ${Math.round((performance.now() - start) / 1_000)} s`)

  const { list, bare, deep, filters } = await measureList(server.url)
  console.log(`list: p95 ${round(list.p95)} ms; bare SQL: ${round(bare.p95)} ms`)
  for (const [name, p95] of Object.entries(filters)) console.log(`by ${name}: p95 ${p95} ms`)
  const { page, fixed } = await measurePage()
  console.log(`page: half within ${round(page.p50)} ms; with fixed rows: ${round(fixed.p50)} ms`)

  console.log(
    JSON.stringify({
      bench: 'history',
      reports,
      ratio: round(list.p95 / bare.p95),
      list_p95_ms: round(list.p95),
      bare_p95_ms: round(bare.p95),
      page_1000_ratio: round(Math.max(...Object.values(deep))),
      page_1000_ratios: Object.fromEntries(
        Object.entries(deep).map(([sort, ratio]) => [sort, round(ratio)]),
      ),
      page_ratio: round(page.p50 / fixed.p50),
      page_p50_ms: round(page.p50),
      fixed_p50_ms: round(fixed.p50),
      slowest_filter_p95_ms: Math.max(...Object.values(filters)),
      load: round(loadavg()[0] ?? 0),
    }),
  )
} finally {
  await closeDb()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
