'use server'

import { revalidatePath } from 'next/cache'
import { createAction } from '@/lib/actions/create-action'
import * as roles from '@/lib/data/users/change-role'
import * as off from '@/lib/data/users/switch-off'
import * as on from '@/lib/data/users/switch-on'
import { paths } from '@/lib/paths'
import { changeRoleSchema, inviteUserSchema, userIdSchema } from '@/lib/schemas/users'
import * as links from '@/lib/services/users'

export const inviteUser = createAction({
  schema: inviteUserSchema,
  right: 'users.manage',
  run: ({ input, user }) => showing(links.inviteUser(user, input)),
})

export const makeLink = createAction({
  schema: userIdSchema,
  right: 'users.manage',
  run: ({ input, user }) => showing(links.makeLink(user, input.id)),
})

export const changeRole = createAction({
  schema: changeRoleSchema,
  right: 'users.manage',
  run: ({ input, user }) => showing(roles.changeRole(user, input)),
})

export const switchOff = createAction({
  schema: userIdSchema,
  right: 'users.manage',
  run: ({ input, user }) => showing(off.switchOff(user, input.id)),
})

export const switchOn = createAction({
  schema: userIdSchema,
  right: 'users.manage',
  run: ({ input, user }) => showing(on.switchOn(user, input.id)),
})

/** Shows the page anew, also when somebody else was faster and it was refused. */
async function showing<T>(change: Promise<T>): Promise<T> {
  try {
    return await change
  } finally {
    revalidatePath(paths.users)
  }
}
