import { Readable } from 'node:stream'
import { findCurrentResponse } from '@/lib/live/current-response'
import { getHub } from '@/lib/live/get-hub'
import type { WatchedSession } from '@/lib/live/session-watch'
import type { Download } from '@/lib/services/open-download'

/**
 * Makes the response of every download of stored records. A fault on the way destroys it, so that the client sees a
 * broken download and never a short file that looks whole; a client that goes away closes the files behind it. It
 * breaks, too, when the session ends.
 */
export function answerDownload(
  session: WatchedSession,
  { status, headers, bytes, body }: Download,
  headersOnly: boolean,
): Response {
  if (headersOnly) body?.destroy()
  else if (body) breakWithSession(session, body)
  return new Response(
    body && !headersOnly ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : null,
    {
      status,
      headers: {
        ...headers,
        'cache-control': 'private, no-store',
        // Next drops Content-Length; the web server makes it of this (`web/content-length.ts`).
        ...(bytes === null ? {} : { 'x-body-length': String(bytes) }),
      },
    },
  )
}

function breakWithSession(session: WatchedSession, body: Readable): void {
  const connection = findCurrentResponse()
  const release = getHub().watchSession(session, () => {
    body.destroy(new Error('The session ended during the download.'))
    // A reset takes back what a slow client has not read yet, which may be megabytes.
    connection?.socket?.resetAndDestroy()
  })
  // The last bytes are on their way for a while after the file is read.
  if (connection) connection.once('close', release)
  else body.once('close', release)
}
