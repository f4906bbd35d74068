import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultOrder } from '../sandbox/faults/fault'
import type { Random } from './random'
import type { Stage } from './stage'

/** Something that goes wrong, and is over when it resolves. */
type Deed = { name: string; run: () => Promise<void> }

/** What the sandbox may get wrong, each so often that a round without it is likely, too. */
const faults: FaultOrder[] = [
  { name: 'drop-after', operation: ['create'] },
  { name: 'server-error-after', operation: ['create'] },
  { name: 'unreadable', operation: ['create'] },
  { name: 'drop-before', operation: ['create'] },
  { name: 'rate-limit', operation: ['create', 'status', 'media'] },
  { name: 'server-error', operation: ['status', 'media'] },
  { name: 'drop-before', operation: ['status', 'media'] },
  { name: 'missing-fields', operation: ['status'] },
  { name: 'unknown-status', operation: ['status'] },
  { name: 'unauthorized', operation: ['status'] },
  { name: 'slow-answer', operation: ['create', 'status'], delayMs: 3000 },
  { name: 'slow-body', operation: ['media'], delayMs: 500 },
  { name: 'zip-truncated' },
  { name: 'zip-dropped' },
  { name: 'zip-bad-crc' },
  { name: 'zip-not-a-zip' },
  { name: 'failed' },
  { name: 'empty' },
  { name: 'truncated' },
  { name: 'duplicate', operation: ['callback'] },
  { name: 'drop-before', operation: ['callback'] },
]

export function drawFaults(random: Random): FaultOrder[] {
  return Array.from({ length: 3 + random.int(5) }, () => ({
    ...random.pick(faults),
    count: 1 + random.int(2),
  }))
}

/** Draws what is done to the programs and between them in one round. */
export function drawDeeds(random: Random, stage: Stage): Deed[] {
  return Array.from({ length: 3 + random.int(4) }, () => drawDeed(random, stage))
}

function drawDeed(random: Random, stage: Stage): Deed {
  const { database, proxies, disk } = stage
  const worker = random.pick(stage.workers)
  const web = random.pick(stage.webs)
  const between = random.pick(['database', 'sandbox', 'web'] as const)
  const aWhile = 200 + random.int(3000)
  const restart = async (program: typeof worker, signal: 'SIGKILL' | 'SIGTERM') => {
    await program.end(signal)
    await sleep(aWhile)
    await program.start()
  }
  return random.pick<Deed>([
    { name: `kill -9 ${worker.name}`, run: () => restart(worker, 'SIGKILL') },
    { name: `kill -9 ${worker.name}`, run: () => restart(worker, 'SIGKILL') },
    { name: `kill -9 ${web.name}`, run: () => restart(web, 'SIGKILL') },
    { name: `stop ${worker.name} in order`, run: () => restart(worker, 'SIGTERM') },
    { name: `stop ${web.name} in order`, run: () => restart(web, 'SIGTERM') },
    {
      name: 'kill -9 database',
      run: async () => {
        await database.kill()
        await sleep(aWhile)
        await database.start()
      },
    },
    { name: `cut ${between}`, run: async () => proxies[between].cut() },
    {
      name: `shut off ${between} for ${aWhile} ms`,
      run: async () => {
        proxies[between].shut(true)
        await sleep(aWhile)
        proxies[between].shut(false)
      },
    },
    {
      // Its leases run out by the clock: the other one takes its work while it believes to have it.
      name: `pause ${worker.name} past its leases`,
      run: () =>
        stage.excuse(async () => {
          worker.pause(true)
          await stage.moveClock(25_000)
          await sleep(6_000 + aWhile)
          worker.pause(false)
        }),
    },
    {
      name: `fill the archives for ${aWhile} ms`,
      run: async () => {
        disk.fill(true)
        await sleep(aWhile)
        disk.fill(false)
      },
    },
    { name: 'move the clock', run: () => stage.moveClock(60_000 * (1 + random.int(30))) },
  ])
}
