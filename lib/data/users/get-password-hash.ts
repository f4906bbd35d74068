import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'

/** The actor's own hash, for comparing; nobody else's can be asked for. */
export async function getPasswordHash(actor: UserActor): Promise<string | null> {
  const password = await getDb().password.findUnique({
    where: { userId: actor.id },
    select: { hash: true },
  })
  return password?.hash ?? null
}
