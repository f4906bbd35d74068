import type { Job } from '../state/job'

export const reportStatuses = [
  'PENDING',
  'PROCESSING',
  'SUCCESS',
  'ABORTED',
  'FAILED',
  'TRUNCATED',
] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** A report's status at a time: it follows from what is written down, no timer has to have fired. */
export function statusOf(job: Job, now: number): ReportStatus {
  if (job.abortedAt !== undefined && now >= job.abortedAt) return 'ABORTED'
  if (now < job.startAt) return 'PENDING'
  if (job.outcome === 'stuck' || !job.result || now < job.result.finishAt) return 'PROCESSING'
  if (job.outcome === 'failed') return 'FAILED'
  return job.result.cut ? 'TRUNCATED' : 'SUCCESS'
}

export function isTerminal(status: ReportStatus): boolean {
  return status !== 'PENDING' && status !== 'PROCESSING'
}

/** Whether the report has a file to download (which may have expired since). */
export function hasFile(job: Job, now: number): boolean {
  const status = statusOf(job, now)
  return status === 'SUCCESS' || (status === 'TRUNCATED' && job.outcome !== 'truncated-no-link')
}
