import { paths } from '@/lib/paths'
import { beatMs, type LiveFrame } from '@/lib/schemas/live'

/** What a tab hears: a frame of the stream, or that there is none for now. */
export type TabFrame = LiveFrame | { kind: 'break'; data: null }

/** Everything but silence: a stream that says nothing for so long is dead, in milliseconds. */
export const longestSilenceMs = beatMs * 2.5

const kinds = ['hello', 'changes', 'resync', 'deaf', 'beat', 'end'] as const
const firstPauseMs = 500
const longestPauseMs = 30_000

export type ServerStream = {
  /** Tries again at once, if the stream is broken. */
  wake: () => void
  close: () => void
}

/** Keeps one stream to the server open, with ever longer pauses between tries, which differ from browser to browser. */
export function openServerStream(onFrame: (frame: TabFrame) => void): ServerStream {
  let source: EventSource | null = null
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function watch(): void {
    clearTimeout(timer)
    timer = setTimeout(breakOff, longestSilenceMs)
  }

  function breakOff(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** failures++)
    timer = setTimeout(connect, pauseMs * (0.5 + Math.random()))
    onFrame({ kind: 'break', data: null })
  }

  function connect(): void {
    clearTimeout(timer)
    const opened = new EventSource(paths.api.reportEvents)
    source = opened
    // The browser's own way to come back tells nothing of refusals, and all browsers would come at once.
    opened.onerror = breakOff
    for (const kind of kinds)
      opened.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        failures = kind === 'end' ? Number.POSITIVE_INFINITY : 0
        watch()
        onFrame({ kind, data: JSON.parse(data) } as LiveFrame)
      })
    watch()
  }

  connect()
  return {
    wake: () => {
      if (!source) connect()
    },
    close: () => {
      clearTimeout(timer)
      source?.close()
    },
  }
}
