import type { Job } from '../state/job'
import { formatTime } from '../times'
import { hasFile, statusOf } from './status'

/** The answer of create, status and cancel, and the callback: with links at the host that was called. */
export function buildReportBody(job: Job, origin: string, now: number): Record<string, unknown> {
  const status = statusOf(job, now)
  const done = status === 'SUCCESS' || status === 'TRUNCATED'
  return {
    request_id: job.id,
    request_status: status,
    receive_time: formatTime(job.receivedAt),
    ...(now >= job.startAt ? { start_time: formatTime(job.startAt) } : {}),
    ...(done ? { items_count: job.result?.items ?? 0 } : {}),
    ...job.echo,
    _links: {
      self: { href: `${origin}/v2/reports/${job.id}` },
      ...(hasFile(job, now)
        ? { download_report: { href: `${origin}/v3/media/${job.fileId}` } }
        : {}),
    },
  }
}
