import { recordAudit } from '@/lib/data/audit/record-audit'
import { transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { OwnSettings } from '@/lib/schemas/own-settings'

const words: Record<keyof OwnSettings, string> = {
  name: 'name',
  theme: 'theme',
  timeZone: 'time zone',
}

/** Changes how the actor is named and how pages look for them; nobody else's can be changed. */
export async function changeOwnSettings(
  actor: UserActor,
  change: Partial<OwnSettings>,
): Promise<void> {
  const fields = (Object.keys(change) as (keyof OwnSettings)[]).map((key) => words[key])
  await transact(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: change, select: { id: true } })
    await recordAudit(tx, actor, {
      kind: 'settings.changed',
      data: { fields: fields.join(', '), ...(change.name ? { name: change.name } : {}) },
    })
  })
}
