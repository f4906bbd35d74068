import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { type Preferences, preferencesSchema } from '@/lib/schemas/preferences'

export async function getPreferences(actor: UserActor): Promise<Preferences> {
  const row = await getDb().user.findUnique({
    where: { id: actor.id },
    select: { preferences: true },
  })
  return preferencesSchema.parse(row?.preferences ?? {})
}

/** Changes the actor’s own; what is not named stays, also beside a change made elsewhere at the same moment. */
export async function changePreferences(
  actor: UserActor,
  change: Partial<Preferences>,
): Promise<void> {
  await getDb().$executeRaw`
    UPDATE "User" SET "preferences" = "preferences" || ${JSON.stringify(change)}::jsonb
    WHERE "id" = ${actor.id}::uuid`
}
