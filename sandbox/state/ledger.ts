import type { Job, JobResult, Query } from './job'
import type { Journal } from './journal'

type Entry =
  | { type: 'created'; job: Job }
  | { type: 'counted'; id: string; result: JobResult }
  | { type: 'aborted'; id: string; at: number }
  | { type: 'called-back'; id: string; at: number }
  | { type: 'queried'; query: Query }
  | { type: 'clock'; offset: number }

export type Ledger = {
  jobs: ReadonlyMap<string, Job>
  queries: readonly Query[]
  clockOffset(): number
  findFile(fileId: string): Job | null
  /** Each of these resolves when what it says is on the disk. */
  addJob(job: Job): Promise<void>
  setResult(id: string, result: JobResult): Promise<void>
  abort(id: string, at: number): Promise<void>
  setCalledBack(id: string, at: number): Promise<void>
  addQuery(query: Query): Promise<void>
  setClockOffset(offset: number): Promise<void>
}

/** All that the sandbox remembers, in memory, with every change written to the journal. */
export function createLedger(journal: Journal, entries: readonly unknown[]): Ledger {
  const jobs = new Map<string, Job>()
  const files = new Map<string, Job>()
  const queries: Query[] = []
  let offset = 0

  const apply = (entry: Entry) => {
    if (entry.type === 'created') {
      jobs.set(entry.job.id, entry.job)
      files.set(entry.job.fileId, entry.job)
    } else if (entry.type === 'queried') queries.push(entry.query)
    else if (entry.type === 'clock') offset = entry.offset
    else {
      const job = jobs.get(entry.id)
      if (!job) return
      if (entry.type === 'counted') job.result = entry.result
      else if (entry.type === 'aborted') job.abortedAt = entry.at
      else job.calledBackAt = entry.at
    }
  }
  const record = (entry: Entry) => {
    apply(entry)
    return journal.append(entry)
  }
  for (const entry of entries) apply(entry as Entry)

  return {
    jobs,
    queries,
    clockOffset: () => offset,
    findFile: (fileId) => files.get(fileId) ?? null,
    addJob: (job) => record({ type: 'created', job }),
    setResult: (id, result) => record({ type: 'counted', id, result }),
    abort: (id, at) => record({ type: 'aborted', id, at }),
    setCalledBack: (id, at) => record({ type: 'called-back', id, at }),
    addQuery: (query) => record({ type: 'queried', query }),
    setClockOffset: (next) => record({ type: 'clock', offset: next }),
  }
}
