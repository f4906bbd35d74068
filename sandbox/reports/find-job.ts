import type { Sandbox } from '../sandbox'
import type { Job } from '../state/job'
import { day, hour } from '../times'
import { hasFile } from './status'

/** The report of this id, unless it is older than 4 days or none of this key's business. */
export function findJob(sandbox: Sandbox, apiKey: string, id: string): Job | null {
  const { clock, directory, ledger } = sandbox
  const job = ledger.jobs.get(id)
  if (!job || clock.now() >= job.receivedAt + clock.scale(4 * day)) return null
  return directory.mayQuery(apiKey, job.apiKey) ? job : null
}

/** The report whose file has this id, while it can be downloaded: for 72 hours. */
export function findFile(sandbox: Sandbox, apiKey: string, fileId: string): Job | null {
  const { clock, directory, ledger } = sandbox
  const now = clock.now()
  const job = ledger.findFile(fileId)
  if (!job?.result || !hasFile(job, now)) return null
  if (now >= job.result.finishAt + clock.scale(72 * hour)) return null
  return directory.mayQuery(apiKey, job.apiKey) ? job : null
}
