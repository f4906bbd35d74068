import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/section'
import type { SessionView } from '@/lib/data/sessions/list-own-sessions'
import type { Density } from '@/lib/schemas/preferences'
import type { Theme } from '@/lib/schemas/theme'
import { DisplaySettings } from './display-settings'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { SessionList } from './session-list'
import type { SettingsActions } from './settings-actions'

/** A person's own settings: who they are here, their password, where they are signed in. */
export function SettingsView({
  person,
  sessions,
  currentSessionId,
  actions,
}: {
  person: {
    name: string
    email: string
    role: string
    theme: Theme
    timeZone: string | null
    density: Density
  }
  sessions: readonly SessionView[]
  currentSessionId: string
  actions: SettingsActions
}) {
  return (
    <>
      <PageHeader title="Settings" />
      <PageBody width="form">
        <Section title="You">
          <p>
            {person.email} · <span className="capitalize">{person.role}</span>
          </p>
          <NameForm name={person.name} changeName={actions.changeName} />
        </Section>
        <Section title="Display">
          <DisplaySettings
            theme={person.theme}
            timeZone={person.timeZone}
            density={person.density}
            changeTheme={actions.changeTheme}
            changeTimeZone={actions.changeTimeZone}
            changePreferences={actions.changePreferences}
          />
        </Section>
        <Section title="Password">
          <PasswordForm email={person.email} changePassword={actions.changePassword} />
        </Section>
        <SessionList
          sessions={sessions}
          currentSessionId={currentSessionId}
          endSession={actions.endSession}
          endOtherSessions={actions.endOtherSessions}
        />
      </PageBody>
    </>
  )
}
