'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { createAction } from '@/lib/actions/create-action'
import { readSignInFrom } from '@/lib/auth/sign-in-from'
import * as others from '@/lib/data/sessions/end-other-sessions'
import { endOwnSession } from '@/lib/data/sessions/end-own-session'
import { paths } from '@/lib/paths'
import { changePasswordSchema } from '@/lib/schemas/password'
import * as passwords from '@/lib/services/change-password'

export const changePassword = createAction({
  schema: changePasswordSchema,
  run: async ({ input, user }) => {
    const { address } = await readSignInFrom()
    const done = await passwords.changePassword(user, input, { address, sessionId: user.sessionId })
    revalidatePath(paths.settings)
    return done
  },
})

export const endSession = createAction({
  schema: z.object({ id: z.uuid() }),
  run: async ({ input, user }) => {
    await endOwnSession(user, input.id)
    revalidatePath(paths.settings)
  },
})

export const endOtherSessions = createAction({
  schema: z.object({}),
  run: async ({ user }) => {
    const done = await others.endOtherSessions(user, user.sessionId)
    revalidatePath(paths.settings)
    return done
  },
})
