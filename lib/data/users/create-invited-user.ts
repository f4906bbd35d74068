import { authorize } from '@/lib/data/authorize'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { InviteUserInput } from '@/lib/schemas/users'

/**
 * Adds a person without a password or a name: they can't sign in until they have set them.
 * @throws AppError `forbidden`, `conflict` when the address is taken
 */
export async function createInvitedUser(
  actor: UserActor,
  { email, role }: InviteUserInput,
  tx: Tx,
): Promise<{ id: string }> {
  authorize(actor, 'users.manage')
  try {
    return await tx.user.create({ data: { email, role, name: '' }, select: { id: true } })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      const taken = 'This address is in the list already. Make a new link in that row.'
      throw new AppError('conflict', taken, { fieldErrors: { email: [taken] } })
    }
    throw error
  }
}
