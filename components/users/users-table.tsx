'use client'

import { useMemo } from 'react'
import { RelativeTime } from '@/components/format/relative-time'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import type { UserView } from '@/lib/schemas/users'
import type { UserTasks } from './use-user-tasks'
import { UserMenu } from './user-menu'
import { UserState } from './user-state'

const helper = dataColumnHelper<UserView>()

const email = helper.display({
  id: 'email',
  header: 'Email',
  cell: ({ row: { original } }) => <span className="wrap-anywhere">{original.email}</span>,
})

const role = helper.display({
  id: 'role',
  header: 'Role',
  cell: ({ row: { original } }) => <span className="capitalize">{original.role}</span>,
})

const lastSeen = helper.display({
  id: 'last-seen',
  header: 'Last seen',
  meta: { className: 'text-ink-2' },
  cell: ({ row: { original } }) =>
    original.lastSeenAt ? (
      <>
        <span className="md:hidden">seen </span>
        <RelativeTime value={original.lastSeenAt} />
      </>
    ) : (
      'not yet seen'
    ),
})

const state = helper.display({
  id: 'state',
  header: 'State',
  cell: ({ row: { original } }) => <UserState user={original} />,
})

export function UsersTable({
  users,
  selfId,
  tasks,
}: {
  users: UserView[]
  /** Who is looking. */
  selfId: string
  tasks: UserTasks
}) {
  const columns = useMemo(
    () => [
      helper.display({
        id: 'name',
        header: 'Name',
        meta: { card: 'title' },
        cell: ({ row: { original } }) => (
          <span className="flex items-center gap-2">
            {original.name ? (
              <span className="wrap-anywhere font-medium">{original.name}</span>
            ) : (
              <span className="text-ink-2">No name yet</span>
            )}
            {original.id === selfId && <Badge>You</Badge>}
          </span>
        ),
      }),
      email,
      role,
      lastSeen,
      state,
      helper.display({
        id: 'actions',
        header: 'Actions',
        meta: { card: 'actions', align: 'right', hideHeader: true, className: 'w-10' },
        cell: ({ row: { original } }) => <UserMenu user={original} tasks={tasks} />,
      }),
    ],
    [selfId, tasks],
  )
  return (
    <DataTable
      label="Users"
      columns={columns}
      rows={users}
      getRowId={({ id }) => id}
      empty={null}
    />
  )
}
