import { fromPrisma, PgBoss } from 'pg-boss'
import { createLogger } from '@/lib/config/logger'
import type { Tx } from '@/lib/db/client'

/** `request`: submit and follow, short calls. `archive`: downloads, which may take long. */
export const queueNames = ['request', 'archive'] as const
export type QueueName = (typeof queueNames)[number]

/** Told with a queue's name, within the transaction that makes a wake-up due now. */
export const wakeUpChannel = 'wake_up'

/** A job is only a wake-up: the request's row says what is to be done, if anything. */
export type WakeUp = { requestId: string }

let starting: Promise<PgBoss> | undefined

async function startBoss(forWork: boolean): Promise<PgBoss> {
  const log = createLogger('queue')
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL ?? '',
    application_name: forWork ? 'reports-worker-queue' : 'reports-web-queue',
    max: forWork ? 4 : 2,
    supervise: forWork,
    schedule: false,
    openTelemetry: { enabled: false },
  })
  // Without a listener an 'error' event would end the process; pg-boss goes on by itself.
  boss.on('error', (err) => log.warn({ err }, 'the queue had a fault and goes on'))
  await boss.start()
  for (const name of queueNames)
    await boss.createQueue(name, {
      // The row's lease and the sweep decide about another try, never the queue.
      retryLimit: 0,
      expireInSeconds: 6 * 3600,
      deleteAfterSeconds: 60,
    })
  return boss
}

/** The process's queue, started at first use. `forWork` in the worker, which also looks after the tables. */
export function getBoss(forWork = false): Promise<PgBoss> {
  starting ??= startBoss(forWork).catch((error) => {
    starting = undefined
    throw error
  })
  return starting
}

/** Stops taking jobs and waits up to `timeoutMs` for those in hand. */
export async function stopBoss(timeoutMs: number): Promise<void> {
  const boss = await starting?.catch(() => undefined)
  // Kept until it has stopped: the steps that end meanwhile still wake through it.
  await boss?.stop({ graceful: true, timeout: timeoutMs })
  starting = undefined
}

/** A request that is due now, and its turn among those of its report: the lower, the sooner it is taken. */
export type DueNow = { requestId: string; group: string; turn: number }

/** Wakes the worker for many requests, in one statement. One that finds its request not due does nothing. */
export async function wakeMany(tx: Tx, queue: QueueName, due: readonly DueNow[]): Promise<void> {
  if (due.length === 0) return
  const boss = await getBoss()
  await boss.insert(
    queue,
    due.map(({ requestId, group, turn }) => ({
      data: { requestId },
      singletonKey: requestId,
      priority: -turn,
      group: { id: group },
    })),
    { db: fromPrisma(tx) },
  )
  await tellWorkers(tx, queue)
}

async function tellWorkers(tx: Tx, queue: QueueName): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${wakeUpChannel}, ${queue})`
}

/** Those of the requests that a wake-up waits for, which will be taken as soon as a worker has a hand free. */
export async function findWaiting(tx: Tx, requestIds: readonly string[]): Promise<Set<string>> {
  if (requestIds.length === 0) return new Set()
  await getBoss()
  const waiting = await tx.$queryRaw<{ requestId: string }[]>`
    SELECT DISTINCT singleton_key AS "requestId" FROM pgboss.job
    WHERE name = ANY(${[...queueNames]}) AND state < 'active' AND start_after <= clock_timestamp()
      AND singleton_key = ANY(${[...requestIds]})`
  return new Set(waiting.map(({ requestId }) => requestId))
}

/**
 * Wakes the worker for a request, within the transaction that made it due. A wake-up that waits for it already is moved.
 * @param delayMs how long from now, in milliseconds
 * @param group the account's id: one account's many requests must not hold up another's
 * @param turn as of `wakeMany`
 */
export async function wake(
  tx: Tx,
  queue: QueueName,
  wakeUp: WakeUp,
  { delayMs, group, turn = 0 }: { delayMs: number; group: string; turn?: number },
): Promise<void> {
  const boss = await getBoss()
  await boss.upsert(queue, wakeUp, {
    db: fromPrisma(tx),
    singletonKey: wakeUp.requestId,
    // pg-boss counts from the transaction's start, `dueAt` from a little later: not before it is due.
    startAfter: delayMs <= 0 ? 0 : Math.ceil((delayMs + 250) / 1000),
    priority: -turn,
    group: { id: group },
  })
  if (delayMs <= 0) await tellWorkers(tx, queue)
}
