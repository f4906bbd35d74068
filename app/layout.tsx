import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { FormatProvider, timeZoneCookie } from '@/components/format/format-context'
import { parseTheme, themeCookie } from '@/components/ui/theme'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { pickLocale } from '@/lib/format/locale'
import { isTimeZone } from '@/lib/schemas/time-zone'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Reports', template: '%s · Reports Dashboard' },
  description: 'Ask for Vonage reports, follow them, keep their files.',
  robots: { index: false, follow: false },
  icons: { icon: '/icon.svg' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f9fb' },
    { media: '(prefers-color-scheme: dark)', color: '#101217' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const theme = parseTheme(jar.get(themeCookie)?.value)
  const zone = jar.get(timeZoneCookie)?.value ?? ''
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <FormatProvider
          locale={pickLocale((await headers()).get('accept-language'))}
          timeZone={isTimeZone(zone) ? zone : 'UTC'}
          renderedAt={Date.now()}
        >
          <TooltipProvider>
            <Toaster>{children}</Toaster>
          </TooltipProvider>
        </FormatProvider>
      </body>
    </html>
  )
}
