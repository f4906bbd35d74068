import type { Readable } from 'node:stream'
import { ArchiveError } from '@/lib/archive/archive-error'
import { ContentError } from '@/lib/content/content-error'
import { recordEvent } from '@/lib/data/events/record-event'
import { transact } from '@/lib/db/client'
import { reportFault } from '@/lib/errors/report-fault'
import type { UserActor } from '@/lib/schemas/actor'

/**
 * Writes into the timelines why a download broke off: the browser can only say that it did. A person who gave it up, or
 * whose connection did, is no fault.
 */
export function watchDownload(stream: Readable, actor: UserActor, reportIds: string[]): Readable {
  return stream.on('error', (error) => {
    if (!(error instanceof ArchiveError || error instanceof ContentError)) return
    reportFault(error, 'download')
    const told = transact(async (tx) => {
      for (const reportId of reportIds)
        await recordEvent(tx, actor, {
          reportId,
          kind: 'download-broken',
          data: { title: error.message },
        })
    })
    told.catch((fault: unknown) => reportFault(fault, 'download'))
  })
}
