import type { Metadata } from 'next'
import { SettingsView } from '@/components/settings/settings-view'
import { requireUser } from '@/lib/auth/current-user'
import { readPreferences } from '@/lib/auth/preferences'
import { listOwnSessions } from '@/lib/data/sessions/list-own-sessions'
import { paths } from '@/lib/paths'
import { parseTheme } from '@/lib/schemas/theme'
import {
  changeName,
  changePassword,
  changePreferences,
  changeTheme,
  changeTimeZone,
  endOtherSessions,
  endSession,
} from './actions'

export const metadata: Metadata = { title: 'Settings' }

const actions = {
  changeName,
  changeTheme,
  changeTimeZone,
  changePreferences,
  changePassword,
  endSession,
  endOtherSessions,
}

export default async function SettingsPage() {
  const user = await requireUser(paths.settings)
  const { name, email, role, theme, timeZone, sessionId } = user
  const { density } = await readPreferences()
  return (
    <SettingsView
      person={{ name, email, role, theme: parseTheme(theme), timeZone, density }}
      sessions={await listOwnSessions(user)}
      currentSessionId={sessionId}
      actions={actions}
    />
  )
}
