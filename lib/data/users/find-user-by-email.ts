import { getDb, type Tx } from '@/lib/db/client'
import type { Role } from '@/lib/schemas/rights'

export type FoundUser = { id: string; email: string; name: string; role: Role; disabled: boolean }

/** A person by address, in lower case. */
export async function findUserByEmail(email: string, tx: Tx = getDb()): Promise<FoundUser | null> {
  const user = await tx.user.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, role: true, disabledAt: true },
  })
  if (!user) return null
  const { disabledAt, ...rest } = user
  return { ...rest, disabled: disabledAt !== null }
}
