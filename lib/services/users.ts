import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { createInvitation } from '@/lib/data/invitations/create-invitation'
import { hashLinkToken, makeLinkToken } from '@/lib/data/invitations/link-token'
import { createInvitedUser } from '@/lib/data/users/create-invited-user'
import { lockUser } from '@/lib/data/users/lock-user'
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
    await recordAudit(tx, actor, {
      kind: 'user.invited',
      subject: userSubject({ id, name: '', email: input.email }),
      data: { role: input.role },
    })
    return openLink(actor, id, tx)
  })
}

/**
 * Makes a new link for a person: an invitation again, or a way to another password. Earlier links
 * end; their password, if they have one, stays until the link is used.
 * @throws AppError `forbidden`, `not-found`, `conflict` when the person is switched off
 */
export async function makeLink(actor: UserActor, userId: string): Promise<OneTimeLink> {
  return transact(async (tx) => {
    const link = await openLink(actor, userId, tx)
    const subject = userSubject(await lockUser(userId, tx))
    await recordAudit(tx, actor, { kind: 'user.link-made', subject })
    return link
  })
}

async function openLink(actor: UserActor, userId: string, tx: Tx): Promise<OneTimeLink> {
  const token = makeLinkToken()
  const { expiresAt } = await createInvitation(actor, { userId, hash: hashLinkToken(token) }, tx)
  return { path: paths.invite(token), expiresAt: expiresAt.toISOString() }
}
