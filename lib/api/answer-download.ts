import { Readable } from 'node:stream'
import type { Download } from '@/lib/services/open-download'

/**
 * Makes the response of every download of stored records. A fault on the way destroys it, so that the client sees a
 * broken download and never a short file that looks whole; a client that goes away closes the files behind it.
 */
export function answerDownload(
  { status, headers, bytes, body }: Download,
  headersOnly: boolean,
): Response {
  if (headersOnly) body?.destroy()
  return new Response(
    body && !headersOnly ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : null,
    // The bytes of an archive never change, but they are private: only this browser may keep them, and must ask.
    {
      status,
      headers: {
        ...headers,
        'cache-control': 'private, no-cache',
        // Next drops Content-Length; the web server makes it of this (`web/content-length.ts`).
        ...(bytes === null ? {} : { 'x-body-length': String(bytes) }),
      },
    },
  )
}
