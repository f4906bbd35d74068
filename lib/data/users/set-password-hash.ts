import { getDb, type Tx } from '@/lib/db/client'

/** Replaces a person's password. */
export async function setPasswordHash(
  userId: string,
  passwordHash: string,
  tx: Tx = getDb(),
): Promise<void> {
  await tx.password.upsert({
    where: { userId },
    create: { userId, hash: passwordHash },
    update: { hash: passwordHash },
    select: { userId: true },
  })
}
