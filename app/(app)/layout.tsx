import { cookies, headers } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { FormatProvider } from '@/components/format/format-context'
import { timeZoneCookie } from '@/components/format/remember-time-zone'
import { ReadinessNotice } from '@/components/readiness/readiness-notice'
import { AppShell } from '@/components/shell/app-shell'
import { railCollapsed, railCookie } from '@/components/shell/rail-cookie'
import { parseTheme, themeCookie } from '@/components/ui/theme'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { signOut } from '@/lib/actions/sign-out'
import { getCurrentUser } from '@/lib/auth/current-user'
import { pickLocale } from '@/lib/format/locale'
import { isTimeZone } from '@/lib/schemas/time-zone'
import { navItemsOf } from './nav-items'
import { QueryProvider } from './query-provider'
import { StateNotice } from './state-notice'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const user = await getCurrentUser()
  // Each page sends strangers to sign in by itself, and knows where they come back to.
  if (!user) return children
  const jar = await cookies()
  const zone = jar.get(timeZoneCookie)?.value ?? ''
  return (
    <FormatProvider
      locale={pickLocale((await headers()).get('accept-language'))}
      timeZone={isTimeZone(zone) ? zone : 'UTC'}
      renderedAt={Date.now()}
    >
      <TooltipProvider>
        <Toaster>
          <NuqsAdapter>
            <QueryProvider>
              <AppShell
                user={{ name: user.name, email: user.email, role: user.role }}
                nav={navItemsOf(user.role)}
                theme={parseTheme(jar.get(themeCookie)?.value)}
                collapsed={jar.get(railCookie)?.value === railCollapsed}
                notice={
                  <>
                    <StateNotice user={user} />
                    <ReadinessNotice />
                  </>
                }
                onSignOut={signOut}
              >
                {children}
              </AppShell>
            </QueryProvider>
          </NuqsAdapter>
        </Toaster>
      </TooltipProvider>
    </FormatProvider>
  )
}
