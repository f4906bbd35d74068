import { findCurrentResponse } from '@/lib/live/current-response'
import { getHub } from '@/lib/live/get-hub'
import type { WatchedSession } from '@/lib/live/session-watch'

/** How long a reader that has stopped reading may take to see the end of its stream, in milliseconds. */
const patienceMs = 1_000

/**
 * Answers with a stream of what changes (server-sent events), until the reader goes, their session ends or the server
 * stops.
 * @throws AppError `throttled` when the person has too many open
 */
export function answerEvents(session: WatchedSession): Response {
  const connection = findCurrentResponse()
  const stream = getHub().openStream(session, () => {
    // What was sent before can't be delivered to a reader that is stuck, and must not keep the connection.
    if (connection) setTimeout(() => connection.destroy(), patienceMs).unref()
  })
  // Who went before the first byte is never told of by the stream itself.
  if (connection?.destroyed) stream.close()
  else connection?.once('close', stream.close)
  return new Response(stream.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Neither we nor a proxy may hold a frame back, to pack it or to fill a buffer.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
