import {
  longestSilenceMs,
  openServerStream,
  type ServerStream,
  type TabFrame,
} from './event-source'

const name = 'reports-live'

/** Between tabs: a frame of the stream for all, a question of a new tab, or the answer to it. */
type Message =
  | { kind: 'frame'; frame: TabFrame }
  | { kind: 'ask'; from: string }
  | { kind: 'answer'; to: string; frame: TabFrame }

/** Whether this browser can share a stream: not on a plain http address other than this machine's. */
export function canShareStream(): boolean {
  return 'locks' in navigator && 'BroadcastChannel' in window
}

/**
 * Gives this tab the frames of the one stream that all tabs of the browser share: the tab that holds a lock has it, and
 * hands on what it hears. When that tab closes, or says nothing for too long, another takes its place.
 */
export function openSharedStream(onFrame: (frame: TabFrame) => void): ServerStream {
  const me = crypto.randomUUID()
  const channel = new BroadcastChannel(name)
  const closing = new AbortController()
  let stream: ServerStream | null = null
  /** What a tab that asks is told. */
  let latest: TabFrame | null = null
  let heardAt = performance.now()

  const post = (message: Message) => {
    if (!closing.signal.aborted) channel.postMessage(message)
  }

  function lead(frame: TabFrame): void {
    latest = toAnswer(frame) ?? latest
    post({ kind: 'frame', frame })
    onFrame(frame)
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'ask') {
      if (!stream) return
      if (latest) post({ kind: 'answer', to: data.from, frame: latest })
      // The asker may have signed in since the last try.
      stream.wake()
      return
    }
    heardAt = performance.now()
    if (data.kind === 'frame' || data.to === me) onFrame(data.frame)
  }

  /** Holds the lock, and with it the stream, until this tab closes or another one takes it away. */
  async function holdLock(steal: boolean): Promise<void> {
    const released = new Promise<void>((done) =>
      closing.signal.addEventListener('abort', () => done()),
    )
    const options = steal ? { steal } : { signal: closing.signal }
    try {
      await navigator.locks.request(name, options, () => {
        if (closing.signal.aborted) return
        stream = openServerStream(lead)
        return released
      })
    } catch {
      stream?.close()
      stream = null
      // Taken away while this tab was asleep.
      if (!closing.signal.aborted) void holdLock(false)
    }
  }

  const watch = setInterval(() => {
    if (stream || performance.now() - heardAt < longestSilenceMs) return
    onFrame({ kind: 'break', data: null })
    // A phone puts hidden tabs to sleep, the one with the stream included.
    if (document.visibilityState === 'visible') void holdLock(true)
    heardAt = performance.now()
  }, 5_000)

  void holdLock(false)
  post({ kind: 'ask', from: me })
  return {
    wake: () => stream?.wake(),
    close: () => {
      clearInterval(watch)
      stream?.close()
      closing.abort()
      channel.close()
    },
  }
}

/** How the stream stands, for one who comes later; null when a frame says nothing of that. */
function toAnswer({ kind, data }: TabFrame): TabFrame | null {
  if (kind === 'hello' || kind === 'resync') return { kind: 'hello', data }
  if (kind === 'deaf' || kind === 'break' || kind === 'end') return { kind: 'break', data: null }
  return null
}
