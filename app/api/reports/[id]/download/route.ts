import { Readable } from 'node:stream'
import { apiRoute } from '@/lib/api/route'
import { openDownload } from '@/lib/services/open-download'

const download = (headersOnly: boolean) =>
  apiRoute<{ id: string }>({
    right: 'originals.download',
    run: async ({ request, params, user }) => {
      const { status, headers, bytes, body } = await openDownload(user, params.id, {
        format: request.nextUrl.searchParams.get('format') === 'csv' ? 'csv' : 'zip',
        range: request.headers.get('range'),
        ifRange: request.headers.get('if-range'),
        ifNoneMatch: request.headers.get('if-none-match'),
        headersOnly,
      })
      const stream = body as Readable | null
      if (headersOnly) stream?.destroy()
      return new Response(
        stream && !headersOnly ? (Readable.toWeb(stream) as ReadableStream<Uint8Array>) : null,
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
    },
  })

/** The archive, bit for bit (`?format=csv`: its CSV). Ranges, ETag and HEAD as in RFC 9110. */
export const GET = download(false)
export const HEAD = download(true)
