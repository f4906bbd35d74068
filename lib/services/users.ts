import { createInvitation } from '@/lib/data/invitations/create-invitation'
import { hashLinkToken, makeLinkToken } from '@/lib/data/invitations/link-token'
import { createInvitedUser } from '@/lib/data/users/create-invited-user'
import { type Tx, transact } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import type { UserActor } from '@/lib/schemas/actor'
import type { InviteUserInput, OneTimeLink } from '@/lib/schemas/users'

/**
 * Adds a person and makes the link by which they set their name and password.
 * @throws AppError `forbidden`, `conflict` when the address is taken
 */
export async function inviteUser(actor: UserActor, input: InviteUserInput): Promise<OneTimeLink> {
  return transact(async (tx) => {
    const { id } = await createInvitedUser(actor, input, tx)
    return openLink(actor, id, tx)
  })
}

/**
 * Makes a new link for a person: an invitation again, or a way to another password. Earlier links
 * end; their password, if they have one, stays until the link is used.
 * @throws AppError `forbidden`, `not-found`, `conflict` when the person is switched off
 */
export async function makeLink(actor: UserActor, userId: string): Promise<OneTimeLink> {
  return transact((tx) => openLink(actor, userId, tx))
}

async function openLink(actor: UserActor, userId: string, tx: Tx): Promise<OneTimeLink> {
  const token = makeLinkToken()
  const { expiresAt } = await createInvitation(actor, { userId, hash: hashLinkToken(token) }, tx)
  return { path: paths.invite(token), expiresAt: expiresAt.toISOString() }
}
