import { toCsvLines } from '@/lib/content/csv-lines'
import { listAudit } from '@/lib/data/audit/list-audit'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { appNow, transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { AuditFilter, AuditRow } from '@/lib/schemas/audit'
import { csvDownload } from './csv-download'
import type { Download } from './open-download'

const batch = 1_000

const columns: [string, (row: AuditRow) => string][] = [
  ['at', (row) => row.at],
  ['kind', (row) => row.kind],
  ['what', (row) => row.text],
  ['actor_kind', (row) => row.actorKind],
  ['actor', (row) => row.actorName],
  ['address', (row) => row.address],
  ['browser', (row) => row.userAgent],
  ['subject_kind', (row) => row.subjectKind ?? ''],
  ['subject_id', (row) => row.subjectId ?? ''],
  ['subject', (row) => row.subjectName ?? ''],
  ['id', (row) => row.id],
]

/**
 * The audit as CSV, the newest first: all that the filter finds, read and sent in batches.
 * @throws AppError `forbidden`
 */
export async function exportAudit(
  actor: UserActor,
  filter: AuditFilter,
  timeZone: string,
): Promise<Download> {
  authorize(actor, 'audit.see')
  const { cursor: _, ...asked } = filter
  const day = await transact(async (tx) => {
    const set = Object.entries(asked).filter(([, value]) => value !== '')
    await recordAudit(tx, actor, {
      kind: 'audit.exported',
      data: { filter: set.map(([name, value]) => `${name}: ${value}`).join(', ') },
    })
    return (await appNow(tx)).toISOString().slice(0, 10)
  })
  return csvDownload(`audit_${day}.csv`, writeLines(actor, { ...filter, cursor: '' }, timeZone))
}

async function* writeLines(actor: UserActor, filter: AuditFilter, timeZone: string) {
  yield toCsvLines([columns.map(([name]) => name)])
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await listAudit(actor, { ...filter, cursor }, timeZone, batch)
    if (page.rows.length > 0)
      yield toCsvLines(page.rows.map((row) => columns.map(([, read]) => read(row))))
    cursor = page.nextCursor
  }
}
