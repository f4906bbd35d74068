'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { startLive } from '@/lib/queries/live/start-live'

/** Keeps the reports on every page below as new as the server’s stream tells. */
export function LiveUpdates() {
  const client = useQueryClient()
  useEffect(() => startLive(client), [client])
  return null
}
