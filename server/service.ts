/** Why a run ended, and whether starting another would be of no use. */
export type Ending = { reason: string; final: boolean }

/** One run of a service. */
export type Run = {
  /** Resolves when what depends on it can start. May stay open when the run ends before. */
  ready: Promise<unknown>
  ended: Promise<Ending>
  stop: () => Promise<void>
}

export type Service = {
  /** Resolves when a run is ready for the first time; rejects when the service is given up before. */
  ready: Promise<void>
  /** Ends the present run; another takes its place. */
  restart: () => void
  stop: () => Promise<void>
}

type Options = {
  name: string
  start: () => Run
  say: (text: string) => void
  onGiveUp: (reason: string) => void
  firstPauseMs?: number
}

const longestPauseMs = 30_000
const healthyAfterMs = 60_000

/**
 * Keeps a service running: whatever ends is started again, after a pause that doubles from half a second
 * to 30 s and is forgotten once a run has lasted a minute.
 */
export function superviseService(options: Options): Service {
  const { name, start, say, onGiveUp, firstPauseMs = 500 } = options
  const stopping = new AbortController()
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => undefined)
  let run: Run
  let pauseMs = firstPauseMs

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      const startedAt = performance.now()
      run = start()
      run.ready.then(() => ready.resolve()).catch(() => undefined)
      const { reason, final } = await run.ended
      if (stopping.signal.aborted) return
      if (final) {
        ready.reject(new Error(`${name}: ${reason}`))
        return onGiveUp(`${name}: ${reason}`)
      }
      if (performance.now() - startedAt > healthyAfterMs) pauseMs = firstPauseMs
      say(`${name}: ${reason}. Starting it again in ${pauseMs / 1000} s.`)
      await pause(pauseMs, stopping.signal)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }

  const finished = keepRunning()
  return {
    ready: ready.promise,
    restart: () => void run.stop(),
    stop: async () => {
      stopping.abort()
      await run.stop()
      await finished
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
