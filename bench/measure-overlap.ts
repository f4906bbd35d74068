import pg from 'pg'
import type { Db } from '@/lib/db/client'
import type { AskedRequest } from '@/lib/plan/paid-request'
import { findPaidParts } from '@/lib/services/find-paid-parts'
import { type SeededParts, seedDay, seedParts, seedStart } from './seed-parts'

const targets = 64
const days = 395
const searches = 500
const rangeDays = 30

type Measured = {
  parts: number
  oursP95Ms: number
  peerP95Ms: number
  ratio: number
  manyMs: number
}

/**
 * The search for what is paid for among 100,000 archived parts, beside a bare prepared statement that looks the same
 * parts up by the same index, in turns on the same server.
 */
export async function measureOverlap(db: Db, databaseUrl: string): Promise<Measured> {
  const seeded = await seedParts(db, targets, days)
  const parts = await db.archive.count()
  console.log(
    `${parts} archived parts: ${targets} sub-accounts, 2 products, 2 directions, ${days} days`,
  )
  const peer = new pg.Client({ connectionString: databaseUrl })
  await peer.connect()
  const ours: number[] = []
  const theirs: number[] = []
  for (let index = 0; index < searches; index++) {
    const target = seeded.targets[index % targets] ?? ''
    const asked = ask(seeded, target, (index * 37) % (days - rangeDays), rangeDays)
    ours.push(await time(async () => assertCovered(await findPaidParts([asked]), rangeDays)))
    theirs.push(await time(() => lookUp(peer, asked)))
  }
  await peer.end()
  const oursP95Ms = percentile95(ours)
  const peerP95Ms = percentile95(theirs)
  const many = Array.from({ length: 2000 }, (_, index) =>
    ask(seeded, seeded.targets[index % targets] ?? '', index % days, 1),
  )
  const manyMs = await time(async () => assertCovered(await findPaidParts(many), 2000))
  return { parts, oursP95Ms, peerP95Ms, ratio: oursP95Ms / peerP95Ms, manyMs }
}

function ask(seeded: SeededParts, target: string, first: number, count: number): AskedRequest {
  const at = (day: number) => new Date(seedStart + day * seedDay).toISOString()
  return {
    key: `${target} ${first}`,
    accountId: seeded.accountId,
    targetAccountId: target,
    product: 'SMS',
    direction: 'outbound',
    dateStart: at(first),
    dateEnd: at(first + count),
    includeSubaccounts: false,
    filters: {},
  }
}

async function lookUp(client: pg.Client, asked: AskedRequest): Promise<void> {
  const { rowCount } = await client.query({
    name: 'look-up',
    text: `SELECT q."id", q."dateStart", q."dateEnd", q."receiveTime", a."rows"
      FROM "ReportRequest" q JOIN "Archive" a ON a."requestId" = q."id"
      WHERE q."targetAccountId" = $1 AND q."product" = $2 AND q."direction" = $3
        AND q."dateEnd" > $4 AND q."dateStart" < $5 AND q."state" = 'ready'`,
    values: [asked.targetAccountId, asked.product, asked.direction, asked.dateStart, asked.dateEnd],
  })
  if (rowCount !== rangeDays) throw new Error(`The look-up found ${rowCount} parts.`)
}

function assertCovered(found: Awaited<ReturnType<typeof findPaidParts>>, expected: number): void {
  const parts = found.reduce((sum, one) => sum + one.parts.length, 0)
  if (parts !== expected) throw new Error(`The search found ${parts} parts, not ${expected}.`)
}

async function time(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function percentile95(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}
