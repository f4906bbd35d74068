import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { UsersView } from '@/components/users/users-view'
import { requireUser } from '@/lib/auth/current-user'
import { listUsers } from '@/lib/data/users/list-users'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { changeRole, inviteUser, makeLink, switchOff, switchOn } from './actions'

export const metadata: Metadata = { title: 'Users' }

const actions = { invite: inviteUser, makeLink, changeRole, switchOff, switchOn }

export default async function UsersPage() {
  const user = await requireUser(paths.users)
  if (!hasRight(user.role, 'users.manage')) notFound()
  return <UsersView users={await listUsers(user)} selfId={user.id} actions={actions} />
}
