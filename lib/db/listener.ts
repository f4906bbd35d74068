import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

type Options<Channel extends string> = {
  /** The connection's name at the database. */
  applicationName: string
  channels: readonly Channel[]
  onNotification: (channel: Channel, payload: string) => void
  /** From now on nothing is missed. What happened before, since `onDown`, was. */
  onUp: () => void
  /** Once, when it can't listen: at the start, or after an `onUp`. */
  onDown: (cause: unknown) => void
}

/** How long a database may be silent before its connection counts as lost, in milliseconds. */
const silenceMs = 5_000
const longestPauseMs = 5_000

/** A connection of its own to `DATABASE_URL` that hears what the database tells, and comes back after a break. */
export type Listener = {
  isUp: () => boolean
  /** Ends it for good. */
  close: () => void
}

/** Starts to listen; it goes on trying until it is closed. */
export function startListener<Channel extends string>({
  applicationName,
  channels,
  onNotification,
  onUp,
  onDown,
}: Options<Channel>): Listener {
  const closing = new AbortController()
  let up = false
  let toldDown = false

  async function listenOnce(): Promise<void> {
    const client = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      application_name: applicationName,
      connectionTimeoutMillis: silenceMs,
      query_timeout: silenceMs,
      keepAlive: true,
    })
    const broken = new AbortController()
    const echoChannel = `echo_${randomUUID()}`
    let echo = Promise.withResolvers<void>()
    const breakOff = (cause: unknown) => broken.abort(cause)
    const stop = () => breakOff(null)
    // Without a listener an 'error' event would end the process.
    client.on('error', breakOff)
    client.on('end', () => breakOff(new Error('The database closed the connection.')))
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === echoChannel) echo.resolve()
      else onNotification(channel as Channel, payload)
    })
    /** A peer may vanish without a word, or a pooler in between take what it tells: it is heard, or it is broken. */
    const checkHearing = async () => {
      echo = Promise.withResolvers()
      await client.query('SELECT pg_notify($1, $2)', [echoChannel, ''])
      const late = delay(silenceMs, 'late' as const, { signal: broken.signal, ref: false })
      if ((await Promise.race([echo.promise, late])) === 'late')
        throw new Error('The database takes a LISTEN, but what it notifies does not arrive.')
    }
    closing.signal.addEventListener('abort', stop)
    try {
      await client.connect()
      await client.query(
        [...channels, `"${echoChannel}"`].map((channel) => `LISTEN ${channel};`).join(' '),
      )
      await checkHearing()
      up = true
      toldDown = false
      onUp()
      while (!broken.signal.aborted) {
        await delay(silenceMs, undefined, { signal: broken.signal })
        await checkHearing()
      }
    } catch (error) {
      breakOff(error)
    } finally {
      closing.signal.removeEventListener('abort', stop)
      up = false
      // A lost peer answers no goodbye: nobody waits for it.
      void client.end().catch(() => undefined)
      if (!toldDown && !closing.signal.aborted) {
        toldDown = true
        onDown(broken.signal.reason)
      }
    }
  }

  async function keepListening(): Promise<void> {
    let pauseMs = 0
    while (!closing.signal.aborted) {
      const startedAt = performance.now()
      await listenOnce()
      pauseMs =
        performance.now() - startedAt > silenceMs * 2
          ? 100
          : Math.min(longestPauseMs, Math.max(100, pauseMs * 2))
      await delay(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  void keepListening()
  return { isUp: () => up, close: () => closing.abort() }
}
