import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { readDisplay } from '@/lib/auth/display'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Reports', template: '%s · Reports Dashboard' },
  description: 'Ask for Vonage reports, follow them, keep their files.',
  robots: { index: false, follow: false },
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
  const { theme } = await readDisplay()
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      {/* Not among the metadata, which go and come with each page: the browser would look for an icon in between. */}
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  )
}
