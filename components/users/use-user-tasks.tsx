'use client'

import { type ReactNode, useMemo, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { useToast } from '@/components/ui/toaster'
import type { UserView } from '@/lib/schemas/users'
import { ChangeRoleDialog } from './change-role-dialog'
import { MakeLinkDialog } from './make-link-dialog'
import { nameUser } from './name-user'
import { SwitchOffDialog } from './switch-off-dialog'
import type { UserActions } from './user-actions'

type Task = 'change-role' | 'make-link' | 'switch-off'

export type UserTasks = {
  open: (task: Task, user: UserView) => void
  switchOn: (user: UserView) => void
}

/** What can be done with a person from their row's menu. */
export function useUserTasks(
  actions: UserActions,
  selfId: string,
): { tasks: UserTasks; dialog: ReactNode } {
  const toast = useToast()
  const [, startTransition] = useTransition()
  const [opened, setOpened] = useState<{ task: Task; user: UserView } | null>(null)
  const close = () => setOpened(null)

  const tasks = useMemo<UserTasks>(
    () => ({
      open: (task, user) => setOpened({ task, user }),
      switchOn: (user) =>
        startTransition(async () => {
          const result = await runAction(() => actions.switchOn({ id: user.id }), 'Try again.')
          const name = nameUser(user)
          toast(
            result.ok
              ? { tone: 'positive', title: `${name} is switched on` }
              : { tone: 'negative', title: `${name} stays switched off`, text: result.message },
          )
        }),
    }),
    [actions, toast],
  )

  const dialogs = (user: UserView) => ({
    'change-role': <ChangeRoleDialog user={user} onClose={close} changeRole={actions.changeRole} />,
    'make-link': <MakeLinkDialog user={user} onClose={close} makeLink={actions.makeLink} />,
    'switch-off': (
      <SwitchOffDialog
        user={user}
        isSelf={user.id === selfId}
        onClose={close}
        switchOff={actions.switchOff}
      />
    ),
  })

  return { tasks, dialog: opened && dialogs(opened.user)[opened.task] }
}
