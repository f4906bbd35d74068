import type { Logger } from 'pino'
import { findEndedSessions } from '@/lib/data/sessions/find-ended-sessions'
import { startListener } from '@/lib/db/listener'
import { AppError } from '@/lib/errors/app-error'
import { beatMs, type LiveFrame } from '@/lib/schemas/live'
import { createChangeGatherer } from './change-gatherer'
import { encodeFrame } from './encode-frame'
import { createEventStream, type EventStream } from './event-stream'
import { createSessionWatch, type WatchedSession } from './session-watch'

/** Each browser has one, however many tabs; some have none to share and open one for each visible tab. */
const mostStreamsEach = 20
/** The database may fail to say that a session ended: all of them are looked at so often. */
const checkMs = 3_000
/** How long changes are gathered at most, in milliseconds. */
const longestWindowMs = 100
const beat = encodeFrame({ kind: 'beat', data: null })

/** What this process hears from the database, and who is told. */
export type Hub = {
  /**
   * @param onGone once, when the stream has ended or its reader has gone
   * @throws AppError `throttled` when the person has too many streams open
   */
  openStream: (session: WatchedSession, onGone: () => void) => EventStream
  /** Calls `end` when the session has ended, within 5 seconds. @returns what stops watching */
  watchSession: (session: WatchedSession, end: () => void) => () => void
  countStreams: () => number
  /** Ends every stream, and listens no more. */
  close: () => void
}

/** Begins to listen. One a process: it holds a connection of its own, and needs no other but for a short look. */
export function createHub(log: Logger): Hub {
  const streams = new Set<EventStream>()
  const streamsOf = new Map<string, number>()
  const watch = createSessionWatch(findEndedSessions, (err) =>
    log.warn({ err }, 'sessions could not be looked at; it is tried again'),
  )
  const tell = (frame: LiveFrame) => {
    const bytes = encodeFrame(frame)
    for (const stream of streams) stream.send(bytes)
  }
  const gatherer = createChangeGatherer(
    (changes) => tell(changes ? { kind: 'changes', data: changes } : resync()),
    // Few readers are told almost at once; of many, each frame costs, so more goes into one.
    { windowMs: () => Math.min(longestWindowMs, 10 + streams.size / 10) },
  )
  const resync = (): LiveFrame => ({ kind: 'resync', data: { listening: listener.isUp() } })
  const listener = startListener({
    applicationName: 'reports-web-live',
    channels: ['report_changed', 'sessions_changed'],
    onNotification: (channel, payload) => {
      if (channel === 'sessions_changed') return void watch.check(payload)
      const at = payload.lastIndexOf(':')
      gatherer.add(payload.slice(0, at), Number(payload.slice(at + 1)))
    },
    onUp: () => {
      tell(resync())
      void watch.check()
    },
    onDown: (err) => {
      log.warn({ err }, 'the database’s notifications are broken off; browsers poll meanwhile')
      tell({ kind: 'deaf', data: null })
    },
  })
  const checks = setInterval(() => void watch.check(), checkMs)
  const beats = setInterval(() => {
    for (const stream of streams) stream.send(beat)
  }, beatMs)

  return {
    openStream: (session, onGone) => {
      const { id } = session
      const count = streamsOf.get(id) ?? 0
      if (count >= mostStreamsEach)
        throw new AppError(
          'throttled',
          `You have ${count} live connections open already. Close some tabs; until then this one asks every few seconds.`,
        )
      streamsOf.set(id, count + 1)
      const onEnd = () => {
        streams.delete(stream)
        release()
        const left = (streamsOf.get(id) ?? 1) - 1
        if (left > 0) streamsOf.set(id, left)
        else streamsOf.delete(id)
        onGone()
      }
      const stream = createEventStream(() => encodeFrame(resync()), onEnd)
      const release = watch.add(session, () => {
        stream.send(encodeFrame({ kind: 'end', data: null }))
        stream.close()
      })
      streams.add(stream)
      stream.send(encodeFrame({ kind: 'hello', data: { listening: listener.isUp() } }))
      return stream
    },
    watchSession: watch.add,
    countStreams: () => streams.size,
    close: () => {
      clearInterval(checks)
      clearInterval(beats)
      gatherer.stop()
      listener.close()
      for (const stream of streams) stream.close()
    },
  }
}
