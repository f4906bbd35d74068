import pg from 'pg'
import { writeCursor } from '@/lib/data/reports/list-cursor'
import { listReports } from '@/lib/data/reports/list-reports'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import {
  type ListReportsInput,
  type ReportSort,
  readListInput,
  reportSorts,
} from '@/lib/schemas/report-list'
import { barePage } from './bare-page'
import { inTurns } from './in-turns'
import { percentiles } from './live-readers'

const pageSize = 50
const deepPage = 1_000
const rounds = 200
const filterRounds = 40

const columns = {
  created: 'createdAt',
  range: 'dateStart',
  rows: 'rows',
  size: 'bytes',
  title: 'title',
} as const satisfies Record<ReportSort, string>

type Measured = {
  list: { p50: number; p95: number }
  bare: { p50: number; p95: number }
  /** Page 1,000 over page 1, by order. */
  deep: Record<ReportSort, number>
  /** The p95 of a filtered first page, in milliseconds. */
  filters: Record<string, number>
}

/** The query of the list, in turns with what it is measured by. */
export async function measureList(databaseUrl: string): Promise<Measured> {
  const user = await getDb().user.findFirstOrThrow({ select: { id: true, name: true } })
  const actor: UserActor = { kind: 'user', ...user, role: 'admin' }
  const list = (input: Partial<ListReportsInput>) =>
    listReports(actor, { ...readListInput({}), ...input }, 'Europe/Madrid')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()

  const total = await getDb().report.count()
  const places: { value: string; id: string }[] = []
  for (let round = 0; round < rounds; round++)
    places.push(await findPlace(client, 'created', 'desc', (round * 7919) % (total - pageSize - 1)))
  const [ours, theirs] = await inTurns(
    rounds,
    async (round) => {
      const { value = '', id = '' } = places[round] ?? {}
      const cursor = writeCursor('created', 'desc', { value, id, before: false })
      assertFull((await list({ cursor })).rows.length)
    },
    async (round) => {
      const { value, id } = places[round] ?? {}
      const { rowCount } = await client.query({ name: 'page', text: barePage, values: [value, id] })
      assertFull((rowCount ?? 0) - 1)
    },
  )

  const deep = {} as Record<ReportSort, number>
  for (const sort of Object.keys(reportSorts) as ReportSort[]) {
    const place = await findPlace(client, sort, reportSorts[sort], pageSize * (deepPage - 1) - 1)
    const cursor = writeCursor(sort, reportSorts[sort], { ...place, before: false })
    const [late, first] = await inTurns(
      rounds,
      () => list({ sort, cursor }),
      () => list({ sort }),
    )
    const [{ p50: lateMs }, { p50: firstMs }] = [percentiles(late), percentiles(first)]
    deep[sort] = lateMs / firstMs
    console.log(
      `by ${sort}: page 1 half within ${round(firstMs)} ms, page ${deepPage} ${round(lateMs)} ms`,
    )
  }

  const filters: Record<string, number> = {}
  for (const [name, input] of Object.entries(await makeFilters(actor.id))) {
    const [filtered] = await inTurns(
      filterRounds,
      () => list(input),
      () => list({}),
    )
    filters[name] = round(percentiles(filtered).p95)
  }
  await client.end()
  return { list: percentiles(ours), bare: percentiles(theirs), deep, filters }
}

async function makeFilters(person: string): Promise<Record<string, Partial<ListReportsInput>>> {
  const db = getDb()
  const account = await db.account.findFirstOrThrow({ select: { id: true, apiKey: true } })
  const request = await db.reportRequest.findFirstOrThrow({ select: { requestId: true } })
  return {
    person: { person: [person] },
    account: { account: [account.id] },
    product: { product: ['VOICE-CALL'] },
    state: { state: ['failed'] },
    'rare state': { state: ['unconfirmed'] },
    'no such state': { state: ['running'] },
    'old reports': { createdTo: '2025-06-30' },
    range: { from: '2025-06-01', to: '2025-06-30' },
    'text, common': { q: 'Messages' },
    'text, none': { q: 'nothing is called so' },
    'request id': { q: request.requestId ?? '' },
    'start of a request id': { q: request.requestId?.slice(0, 12) ?? '' },
    'account key': { q: account.apiKey },
    'text, by rows': { q: 'Account 7', sort: 'rows' },
    'account, by size': { account: [account.id], sort: 'size' },
  }
}

/** The row that so many rows are before, in an order. */
async function findPlace(
  client: pg.Client,
  sort: ReportSort,
  order: 'asc' | 'desc',
  offset: number,
): Promise<{ value: string; id: string }> {
  const column = columns[sort]
  const { rows } = await client.query<{ value: Date | string; id: string }>(
    `SELECT "${column}" AS value, "id" FROM "Report" ORDER BY "${column}" ${order}, "id" ${order} OFFSET $1 LIMIT 1`,
    [offset],
  )
  const row = rows[0]
  if (!row) throw new Error(`There is no row ${offset}.`)
  return { value: row.value instanceof Date ? row.value.toISOString() : row.value, id: row.id }
}

function assertFull(rows: number): void {
  if (rows !== pageSize) throw new Error(`A page had ${rows} rows.`)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
