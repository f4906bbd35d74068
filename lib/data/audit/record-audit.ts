import { appNow, type Tx } from '@/lib/db/client'
import type { Actor, Outsider } from '@/lib/schemas/actor'
import type { AuditData, AuditKind } from '@/lib/schemas/audit-kinds'

/** What an entry is about, by its name at this time. */
export type AuditSubject = {
  kind: 'user' | 'account' | 'report' | 'lookup'
  id: string | null
  name: string
}

type Entry = { kind: AuditKind; subject?: AuditSubject; data?: AuditData; at?: Date }

const longest = 500

/**
 * Writes down who did what, from where. Call it in the transaction of the change that it tells of, so that neither is
 * without the other. The database refuses to change an entry afterwards: no secret may go in, and nothing that a person
 * typed into a field for one. Sentences and the list of kinds are in `lib/schemas/audit-kinds.ts`.
 */
export async function recordAudit(
  tx: Tx,
  actor: Actor | Outsider,
  { kind, subject, data = {}, at }: Entry,
): Promise<void> {
  const from = actor.kind === 'user' || actor.kind === 'stranger' ? actor : undefined
  await tx.auditEntry.create({
    data: {
      at: at ?? (await appNow(tx)),
      kind,
      actorKind: actor.kind,
      actorId: 'id' in actor ? actor.id : null,
      actorName: clean(actor.name),
      address: from?.address === undefined ? null : clean(from.address),
      userAgent: from?.userAgent === undefined ? null : clean(from.userAgent),
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      subjectName: subject ? clean(subject.name) : null,
      data: Object.fromEntries(
        Object.entries(data).map(([key, value]) => [
          key,
          typeof value === 'string' ? clean(value) : value,
        ]),
      ),
    },
    select: { id: true },
  })
}

/** What a stranger sends may be of any length, and hold what PostgreSQL does not store. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().slice(0, longest).toWellFormed()
}
