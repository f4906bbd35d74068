import { recordAudit } from '@/lib/data/audit/record-audit'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, type Tx } from '@/lib/db/client'
import type { Actor } from '@/lib/schemas/actor'

type Gone = { requestId: string; bytes: bigint; rows: bigint }

type Report = { reportId: string; requestId?: string | undefined; title: string }

/** Marks archives of a report as deleted, and tells of it: in its timeline and in the audit. */
export async function recordDeleted(
  tx: Tx,
  actor: Actor,
  { reportId, requestId, title }: Report,
  gone: readonly Gone[],
): Promise<{ files: number; bytes: number }> {
  const sum = (of: 'bytes' | 'rows') => gone.reduce((total, one) => total + Number(one[of]), 0)
  const data = { files: gone.length, rows: sum('rows'), bytes: sum('bytes') }
  if (gone.length > 0) {
    const at = await appNow(tx)
    await tx.archive.updateMany({
      where: { requestId: { in: gone.map((archive) => archive.requestId) } },
      data: { deletedAt: at, deletedBy: actor.name },
    })
    await recordEvent(tx, actor, {
      reportId,
      ...(requestId ? { requestId } : {}),
      kind: 'archive-deleted',
      data,
      at,
    })
    const subject = { kind: 'report' as const, id: reportId, name: title }
    await recordAudit(tx, actor, { kind: 'file.deleted', subject, data, at })
  }
  return { files: data.files, bytes: data.bytes }
}
