'use client'

import { createContext, useContext } from 'react'

/** Where floating parts are put: inside an open dialog, since all else is inert then. */
export const PortalContainer = createContext<HTMLElement | null>(null)

export function usePortalContainer(): HTMLElement | undefined {
  return useContext(PortalContainer) ?? undefined
}
