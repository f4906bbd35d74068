import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client'

export type Db = PrismaClient
/** A transaction, or the client itself: whatever a data function may be handed. */
export type Tx = Prisma.TransactionClient

let client: PrismaClient | undefined
let clientUrl: string | undefined

/**
 * The process's Prisma client, connected lazily to `DATABASE_URL`.
 * @throws when `DATABASE_URL` is unset: `script/server` sets it, a lone process needs it.
 */
export function getDb(): Db {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start through script/server, or set it.')
  if (!client || clientUrl !== url) {
    const adapter = new PrismaPg({ connectionString: url, max: 10 })
    // Errors without the values that a call was made with: Next writes those of a page's render into the log.
    client = new PrismaClient({ adapter, errorFormat: 'minimal' })
    clientUrl = url
  }
  return client
}

/** Closes the process's connections, at the end of a process or a test. */
export async function closeDb(): Promise<void> {
  const open = client
  client = undefined
  await open?.$disconnect()
}

/** Runs `work` in one transaction. No call to Vonage may happen inside. */
export function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return getDb().$transaction(work, { maxWait: 10_000, timeout: 20_000 })
}

/** The one clock: the database's time plus the offset that only tests set. All deadlines count by it. */
export async function appNow(tx: Tx = getDb()): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`
  const row = rows[0]
  if (!row) throw new Error('The database did not tell the time.')
  return row.now
}
