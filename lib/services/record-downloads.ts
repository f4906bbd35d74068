import { recordAudit } from '@/lib/data/audit/record-audit'
import { recordEvent } from '@/lib/data/events/record-event'
import { transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'

/** A report whose files were taken away: the file of one request, unless all; and as what, in words. */
export type Taken = { id: string; title: string; requestId?: string; format: string }

/** Writes down that a person took files of reports away: in each one's timeline, and in the audit. */
export async function recordDownloads(actor: UserActor, taken: readonly Taken[]): Promise<void> {
  await transact(async (tx) => {
    for (const { id, title, requestId, format } of taken) {
      await recordEvent(tx, actor, {
        reportId: id,
        ...(requestId ? { requestId } : {}),
        kind: 'downloaded',
        data: { format },
      })
      await recordAudit(tx, actor, {
        kind: 'file.downloaded',
        subject: { kind: 'report', id, name: title },
        data: { format },
      })
    }
  })
}
