import type { QueryClient } from '@tanstack/react-query'
import type { TabFrame } from './event-source'
import { setLiveStatus } from './live-status'
import { createRefresher } from './refresher'
import { canShareStream, openSharedStream } from './shared-stream'
import { openVisibleStream } from './visible-stream'

/** Keeps what this tab shows as new as the server's stream tells. @returns what ends it */
export function startLive(client: QueryClient): () => void {
  const refresher = createRefresher(client)

  function take({ kind, data }: TabFrame): void {
    if (kind === 'beat') return
    if (kind === 'changes') {
      refresher.changed(data)
      return
    }
    const isLive = (kind === 'hello' || kind === 'resync') && data.listening
    setLiveStatus(isLive ? 'live' : 'polling')
    refresher.all()
  }

  const stream = canShareStream() ? openSharedStream(take) : openVisibleStream(take)
  const wake = () => {
    if (document.visibilityState === 'visible') stream.wake()
  }
  // A browser without a network notices by itself only when it asks.
  const ask = () => refresher.all()
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', wake)
  window.addEventListener('offline', ask)
  return () => {
    document.removeEventListener('visibilitychange', wake)
    window.removeEventListener('online', wake)
    window.removeEventListener('offline', ask)
    stream.close()
    refresher.stop()
  }
}
