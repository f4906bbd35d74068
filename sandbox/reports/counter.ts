import type { Clock } from '../clock'
import { createPacer } from '../pacer'
import type { Source } from '../records/source'
import type { Job, JobResult } from '../state/job'
import { planFinish } from './duration'

export type Counter = {
  /** Counts in the background, one report after the other, and writes the result down. */
  enqueue(job: Job): void
  stop(): Promise<void>
}

/** What becomes of a report with so many matching records. */
export function settleResult(job: Job, rows: number, maxRows: number, clock: Clock): JobResult {
  const forced = job.outcome === 'truncated' || job.outcome === 'truncated-no-link'
  const empty = job.outcome === 'empty' || job.outcome === 'empty-archive'
  const items = empty
    ? 0
    : forced
      ? Math.floor(Math.min(rows, maxRows) / 2)
      : Math.min(rows, maxRows)
  const finishAt = planFinish(job.id, job.receivedAt, items, clock)
  return { items, finishAt, cut: forced || (!empty && rows > maxRows) }
}

async function countRows(source: Source, limit: number, goesOn: () => boolean): Promise<number> {
  const pacer = createPacer()
  let count = 0
  for (const row of source.rows()) {
    if (row && ++count > limit) return count
    if (pacer.isDue()) {
      await pacer.rest()
      if (!goesOn()) return count
    }
  }
  return count
}

export function createCounter(
  open: (job: Job) => Source,
  save: (job: Job, result: JobResult) => Promise<void>,
  clock: Clock,
  maxRows: number,
): Counter {
  let stopped = false
  let last: Promise<void> = Promise.resolve()

  const count = async (job: Job) => {
    if (stopped || job.abortedAt !== undefined) return
    const goesOn = () => !stopped && job.abortedAt === undefined
    const rows = await countRows(open(job), maxRows, goesOn)
    if (!goesOn()) return
    const result = settleResult(job, rows, maxRows, clock)
    await save(job, { ...result, finishAt: Math.max(result.finishAt, clock.now()) })
  }
  return {
    enqueue(job) {
      last = last.then(() => count(job))
    },
    async stop() {
      stopped = true
      await last
    },
  }
}
