import { answerDownload } from '@/lib/api/answer-download'
import { apiRoute } from '@/lib/api/route'
import { openDownload } from '@/lib/services/open-download'

const download = (headersOnly: boolean) =>
  apiRoute<{ id: string }>({
    right: 'originals.download',
    run: async ({ request, params, user }) => {
      const opened = await openDownload(user, params.id, {
        format: request.nextUrl.searchParams.get('format') === 'csv' ? 'csv' : 'zip',
        range: request.headers.get('range'),
        ifRange: request.headers.get('if-range'),
        ifNoneMatch: request.headers.get('if-none-match'),
        headersOnly,
      })
      return answerDownload(user, opened, headersOnly)
    },
  })

/** The archive, bit for bit (`?format=csv`: its CSV). Ranges, ETag and HEAD as in RFC 9110. */
export const GET = download(false)
export const HEAD = download(true)
