import { randomUUID } from 'node:crypto'
import { setInterval as every } from 'node:timers/promises'
import { EnvError, getEnv } from '@/lib/config/env'
import { giveUp } from '@/lib/config/give-up'
import { createLogger } from '@/lib/config/logger'
import { onStopRequest } from '@/lib/config/on-stop-request'
import { flushCounts } from '@/lib/data/counters/count-up'
import { beat, endHeartbeat } from '@/lib/data/worker-heartbeat'
import { closeDb } from '@/lib/db/client'
import { checkSchemaVersion } from '@/lib/db/migrate'
import { SchemaError } from '@/lib/db/migration-plan'
import { stopBoss } from '@/lib/queue/boss'
import { takeWakeUps } from '@/lib/queue/take-wake-ups'
import { advanceDatasets } from '@/lib/services/advance-datasets'
import { advanceRequest } from '@/lib/services/advance-request'
import { getArchiveStore } from '@/lib/services/archive-store'
import { expireArchives } from '@/lib/services/expire-archives'
import { advanceUsageFetch } from '@/lib/services/fetch-usage'
import { sweepArchives } from '@/lib/services/sweep-archives'
import { sweepRequests } from '@/lib/services/sweep-requests'
import { tidyDatasets } from '@/lib/services/tidy-datasets'

const log = createLogger('worker')

/** With the lease and a look at the queue it makes less than 30 s until a dead worker's requests move on. */
const sweepEveryMs = 5_000
/** Files that nothing needs cost only room. */
const tidyEveryMs = 3600_000
/** A person may wait for it. */
const usageEveryMs = 2_000
const datasetsEveryMs = 1_000
/**
 * What may be in hand at once. One account never fills it; nor do three whose downloads hang, each until its silence is
 * given up.
 */
const hands = {
  request: { atOnce: 12, perAccount: 4 },
  archive: { atOnce: 12, perAccount: 3 },
}
/** When a stopping worker drops what can be begun anew elsewhere at no cost, in milliseconds: all but creates. */
const hurryMs = 3_000
/** How long it waits for the rest: longer than a create can take to be answered or given up. */
const drainMs = 130_000
/** The same when the supervisor is gone: what comes next wants the place, and perhaps the database is gone, too. */
const orphanDrainMs = 6_000

async function main(): Promise<void> {
  const env = getEnv()
  if (!env.DATABASE_URL) giveUp('DATABASE_URL is not set: start script/server, or set it.')
  await checkSchemaVersion(env.DATABASE_URL)
  const workerId = randomUUID()
  const actor = { kind: 'worker' as const, id: workerId, name: 'Worker' }
  const stop = new AbortController()
  const idle = new AbortController()

  const wakeUps = await takeWakeUps({
    hands,
    handle: ({ requestId }) => advanceRequest(requestId, { actor, stop: stop.signal, log }),
    onFault: (err) => log.error({ err }, 'the queue had a fault and goes on'),
  })

  const tick = async () => {
    await beat(workerId)
    await sweepRequests()
  }
  const tidy = async () => {
    await getArchiveStore().sweepTemporary()
    await expireArchives(actor, idle.signal)
    await sweepArchives(idle.signal)
    await tidyDatasets()
  }
  const fetchUsage = async () => {
    while (!idle.signal.aborted && (await advanceUsageFetch(stop.signal, log)));
  }
  const prepareDatasets = async () => {
    while (!idle.signal.aborted && (await advanceDatasets(actor, stop.signal, log)));
  }
  const repeat = async (work: () => Promise<void>, everyMs: number) => {
    const run = () =>
      work().catch((err) => log.error({ err }, 'a round failed, the next one follows'))
    await run()
    for await (const _ of every(everyMs, undefined, { signal: idle.signal })) await run()
  }
  const ticking = Promise.all([
    repeat(tick, sweepEveryMs),
    repeat(tidy, tidyEveryMs),
    repeat(fetchUsage, usageEveryMs),
    repeat(prepareDatasets, datasetsEveryMs),
  ]).catch((err) => {
    if (!idle.signal.aborted) throw err
  })

  onStopRequest((why) => {
    log.info({ why }, 'worker stopping')
    idle.abort()
    const hurry = setTimeout(() => {
      log.info('what can be begun anew elsewhere is dropped')
      stop.abort(new Error('The worker is stopping.'))
    }, hurryMs)
    const patience = setTimeout(
      () => process.exit(1),
      why === 'SIGTERM' || why === 'SIGINT' ? drainMs : orphanDrainMs,
    )
    const ended = (async () => {
      await Promise.all([wakeUps.stop(), ticking])
      clearTimeout(hurry)
      clearTimeout(patience)
      await stopBoss(1000)
      await flushCounts()
      await endHeartbeat(workerId)
      await closeDb()
      process.exit(0)
    })()
    ended.catch((err) => {
      log.error({ err }, 'the worker could not stop cleanly')
      process.exit(1)
    })
  })
  process.send?.({ type: 'ready' })
  log.info({ workerId }, 'worker ready')
  await ticking
}

main().catch((err) => {
  if (err instanceof EnvError || err instanceof SchemaError) giveUp(err.message)
  log.fatal({ err }, 'the worker could not start')
  process.exit(1)
})
