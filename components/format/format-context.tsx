'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { rememberTimeZone } from './remember-time-zone'

type FormatSettings = {
  /** For number separators. */
  locale: string
  /** IANA name: the zone that times are shown in. */
  timeZone: string
  /** The server's clock when it rendered, epoch milliseconds: what "now" is until hydration ends. */
  renderedAt: number
  /** Server's clock minus browser's, milliseconds; 0 while they agree to the minute. */
  skew: number
}

const FormatContext = createContext<FormatSettings>({
  locale: 'en-GB',
  timeZone: 'UTC',
  renderedAt: 0,
  skew: 0,
})

/**
 * Gives every date and number below the same locale, zone and clock on the server and in the
 * browser. Unless the person has chosen a zone, it moves to the browser's own after hydration; that is
 * remembered in a cookie, so that the next page is right from its first byte.
 */
export function FormatProvider({
  locale,
  timeZone,
  zoneIsChosen,
  renderedAt,
  children,
}: {
  locale: string
  timeZone: string
  zoneIsChosen: boolean
  renderedAt: number
  children: ReactNode
}) {
  const [browser, setBrowser] = useState<{ timeZone: string; skew: number }>()

  useEffect(() => {
    const own = rememberTimeZone()
    const distance = renderedAt - Date.now()
    setBrowser({ timeZone: own, skew: Math.abs(distance) < 60_000 ? 0 : distance })
  }, [renderedAt])

  const settings = useMemo(
    () => ({
      locale,
      timeZone: zoneIsChosen ? timeZone : (browser?.timeZone ?? timeZone),
      renderedAt,
      skew: browser?.skew ?? 0,
    }),
    [locale, timeZone, zoneIsChosen, renderedAt, browser],
  )
  return <FormatContext value={settings}>{children}</FormatContext>
}

/** Locale, zone and clock for formatting; see FormatProvider. */
export function useFormat(): FormatSettings {
  return useContext(FormatContext)
}
