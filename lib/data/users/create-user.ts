import { getDb, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import type { Role } from '@/lib/schemas/rights'

export type NewUser = { email: string; name: string; role: Role; passwordHash: string }

/**
 * Adds a person with a password. `email` is in lower case. It asks for no right: set-up, the
 * command line and the tests' seeding call it, where there is no actor yet.
 * @throws AppError `conflict` when the address is taken
 */
export async function createUser(user: NewUser, tx: Tx = getDb()): Promise<{ id: string }> {
  const { passwordHash, ...columns } = user
  try {
    return await tx.user.create({
      data: { ...columns, password: { create: { hash: passwordHash } } },
      select: { id: true },
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      const taken = 'Somebody with this email address exists already.'
      throw new AppError('conflict', taken, { fieldErrors: { email: [taken] } })
    }
    throw error
  }
}
