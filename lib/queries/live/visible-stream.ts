import { openServerStream, type ServerStream, type TabFrame } from './event-source'

/**
 * A stream of this tab's own, while it is seen: a browser opens six connections to a server over HTTP/1.1, and hidden
 * tabs must not take them.
 */
export function openVisibleStream(onFrame: (frame: TabFrame) => void): ServerStream {
  let stream: ServerStream | null = null

  function look(): void {
    if (document.visibilityState === 'visible') stream ??= openServerStream(onFrame)
    else {
      stream?.close()
      stream = null
      onFrame({ kind: 'break', data: null })
    }
  }

  look()
  document.addEventListener('visibilitychange', look)
  return {
    wake: () => stream?.wake(),
    close: () => {
      document.removeEventListener('visibilitychange', look)
      stream?.close()
    },
  }
}
