'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { createAction } from '@/lib/actions/create-action'
import { readSignInFrom } from '@/lib/auth/sign-in-from'
import * as others from '@/lib/data/sessions/end-other-sessions'
import { endOwnSession } from '@/lib/data/sessions/end-own-session'
import { changeOwnSettings } from '@/lib/data/users/change-own-settings'
import * as preferences from '@/lib/data/users/preferences'
import { paths } from '@/lib/paths'
import {
  changeNameSchema,
  changeThemeSchema,
  changeTimeZoneSchema,
} from '@/lib/schemas/own-settings'
import { changePasswordSchema } from '@/lib/schemas/password'
import { changePreferencesSchema } from '@/lib/schemas/preferences'
import * as passwords from '@/lib/services/change-password'

/** Name, theme and zone stand in the frame of every page. */
const showEverywhere = () => revalidatePath(paths.home, 'layout')

export const changeName = createAction({
  schema: changeNameSchema,
  run: async ({ input, user }) => {
    await changeOwnSettings(user, input)
    showEverywhere()
  },
})

export const changeTheme = createAction({
  schema: changeThemeSchema,
  run: async ({ input, user }) => {
    await changeOwnSettings(user, { theme: input.theme === 'system' ? null : input.theme })
    showEverywhere()
  },
})

export const changeTimeZone = createAction({
  schema: changeTimeZoneSchema,
  run: async ({ input, user }) => {
    await changeOwnSettings(user, { timeZone: input.timeZone || null })
    showEverywhere()
  },
})

/** How tables look; no part of the audit. */
export const changePreferences = createAction({
  schema: changePreferencesSchema,
  run: ({ input, user }) => preferences.changePreferences(user, input),
})

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
