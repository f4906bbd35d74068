import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { type AuditFilter, type AuditPage, type AuditRow, auditLabel } from '@/lib/schemas/audit'
import { type AuditData, tellAudit } from '@/lib/schemas/audit-kinds'
import { auditWhere } from './audit-where'

const pageSize = 50

type Found = Omit<AuditRow, 'at' | 'label' | 'text' | 'address' | 'userAgent'> & {
  at: Date
  address: string | null
  userAgent: string | null
  data: AuditData
}

/**
 * A page of the audit, the newest first. It hangs on keys, so a late page costs what the first does.
 * @param timeZone of the days that the filter names
 * @throws AppError `forbidden`
 */
export async function listAudit(
  actor: UserActor,
  filter: AuditFilter,
  timeZone: string,
  size = pageSize,
): Promise<AuditPage> {
  authorize(actor, 'audit.see')
  const found = await getDb().$queryRaw<Found[]>`
    SELECT "id", "at", "kind", "actorKind", "actorName", "address", "userAgent", "subjectKind",
      "subjectId", "subjectName", "data"
    FROM "AuditEntry" WHERE ${auditWhere(filter, timeZone)}
    ORDER BY "at" DESC, "id" DESC LIMIT ${size + 1}`
  const page = found.slice(0, size)
  const last = page.at(-1)
  return {
    rows: page.map(toRow),
    nextCursor: found.length > size && last ? `${last.at.getTime()}_${last.id}` : null,
  }
}

function toRow({ data, at, address, userAgent, ...rest }: Found): AuditRow {
  return {
    ...rest,
    at: at.toISOString(),
    label: auditLabel(rest.kind),
    text: tellAudit(rest.kind, rest.subjectName, data),
    address: address ?? '',
    userAgent: userAgent ?? '',
  }
}
