'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { useFormat } from './format-context'

/**
 * The server's clock, in steps, epoch milliseconds. The first render uses the time that the server
 * rendered with, so that hydration finds what it expects.
 *
 * @param stepMs how often it changes, milliseconds
 */
export function useNow(stepMs: number): number {
  const { renderedAt, skew } = useFormat()
  const subscribe = useCallback(
    (notify: () => void) => {
      const timer = setInterval(notify, stepMs)
      return () => clearInterval(timer)
    },
    [stepMs],
  )
  return useSyncExternalStore(
    subscribe,
    () => Math.floor((Date.now() + skew) / stepMs) * stepMs,
    () => Math.floor(renderedAt / stepMs) * stepMs,
  )
}
