'use client'

import { useState } from 'react'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import type { UserView } from '@/lib/schemas/users'
import { InviteDialog } from './invite-dialog'
import { useUserTasks } from './use-user-tasks'
import type { UserActions } from './user-actions'
import { UsersTable } from './users-table'

/** Everybody of this instance, and what an admin may do about them. */
export function UsersView({
  users,
  selfId,
  actions,
}: {
  users: UserView[]
  selfId: string
  actions: UserActions
}) {
  const { tasks, dialog } = useUserTasks(actions, selfId)
  const [inviting, setInviting] = useState(false)
  return (
    <>
      <PageHeader
        title="Users"
        actions={
          <Button variant="primary" onClick={() => setInviting(true)}>
            Invite person
          </Button>
        }
      />
      <PageBody>
        <UsersTable users={users} selfId={selfId} tasks={tasks} />
        {dialog}
        <InviteDialog open={inviting} onClose={() => setInviting(false)} invite={actions.invite} />
      </PageBody>
    </>
  )
}
