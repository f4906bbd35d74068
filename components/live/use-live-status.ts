import { useSyncExternalStore } from 'react'
import { getLiveStatus, type LiveStatus, subscribeLiveStatus } from '@/lib/queries/live/live-status'

/** How changes reach this tab. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(subscribeLiveStatus, getLiveStatus, () => 'connecting')
}
