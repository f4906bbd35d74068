import { getEnv } from '@/lib/config/env'
import { getHeartbeatAge } from '@/lib/data/get-heartbeat-age'
import { getDb } from '@/lib/db/client'
import { getArchiveStore } from './archive-store'

const patienceMs = 2_000
const oldestHeartbeatSeconds = 60

/** `ok`, or in a few words what is not. */
export type Readiness = { ready: boolean; database: string; archives: string; worker: string }

let running: Promise<Readiness> | undefined

/**
 * Asks whether this instance can do its work. Anybody may ask, so those who ask at the same time
 * share one look.
 */
export function checkReadiness(): Promise<Readiness> {
  running ??= look().finally(() => {
    running = undefined
  })
  return running
}

async function look(): Promise<Readiness> {
  const [database, archives] = await Promise.all([
    judge(async () => void (await getDb().$queryRaw`SELECT 1`), 'does not answer'),
    judge(() => getArchiveStore().check(), 'can not be written'),
  ])
  const worker = database === 'ok' ? await judgeWorker() : 'unknown without the database'
  const ready = [database, archives].every((said) => said === 'ok') && /^(ok|off)$/.test(worker)
  return { ready, database, archives, worker }
}

async function judge(work: () => Promise<void>, fault: string): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`${fault} within ${patienceMs / 1_000} s`), patienceMs)
  })
  const said = work().then(
    () => 'ok',
    () => fault,
  )
  return Promise.race([said, late]).finally(() => clearTimeout(timer))
}

/** A worker that has not said anything yet may be starting beside this process. */
async function judgeWorker(): Promise<string> {
  if (getEnv().WORKER === 'off') return 'off'
  let age: number | null = null
  const asked = await judge(async () => {
    age = await getHeartbeatAge()
  }, 'could not be asked for')
  if (asked !== 'ok') return asked
  if (age !== null && age <= oldestHeartbeatSeconds) return 'ok'
  if (process.uptime() < oldestHeartbeatSeconds) return 'ok'
  return age === null ? 'has not started' : `last heard of ${Math.round(age)} s ago`
}
