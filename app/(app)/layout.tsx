import { cookies, headers } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { FormatProvider } from '@/components/format/format-context'
import { ReadinessNotice } from '@/components/readiness/readiness-notice'
import { AppShell } from '@/components/shell/app-shell'
import { railCollapsed, railCookie } from '@/components/shell/rail-cookie'
import { DensityContext } from '@/components/ui/density-context'
import { Toaster } from '@/components/ui/toaster'
import { signOut } from '@/lib/actions/sign-out'
import { getCurrentUser } from '@/lib/auth/current-user'
import { readDisplay } from '@/lib/auth/display'
import { readPreferences } from '@/lib/auth/preferences'
import { pickLocale } from '@/lib/format/locale'
import { navItemsOf } from './nav-items'
import { QueryProvider } from './query-provider'
import { changeTheme } from './settings/actions'
import { StateNotice } from './state-notice'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const user = await getCurrentUser()
  // Each page sends strangers to sign in by itself, and knows where they come back to.
  if (!user) return children
  const jar = await cookies()
  const { theme, timeZone, zoneIsChosen } = await readDisplay()
  const { density } = await readPreferences()
  return (
    <FormatProvider
      locale={pickLocale((await headers()).get('accept-language'))}
      timeZone={timeZone}
      zoneIsChosen={zoneIsChosen}
      renderedAt={Date.now()}
    >
      <Toaster>
        <DensityContext value={density}>
          <NuqsAdapter>
            <QueryProvider>
              <AppShell
                user={{ name: user.name, email: user.email, role: user.role }}
                nav={navItemsOf(user.role)}
                theme={theme}
                collapsed={jar.get(railCookie)?.value === railCollapsed}
                notice={
                  <>
                    <StateNotice user={user} />
                    <ReadinessNotice />
                  </>
                }
                onChangeTheme={changeTheme}
                onSignOut={signOut}
              >
                {children}
              </AppShell>
            </QueryProvider>
          </NuqsAdapter>
        </DensityContext>
      </Toaster>
    </FormatProvider>
  )
}
