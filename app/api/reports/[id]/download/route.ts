import { answerDownload } from '@/lib/api/answer-download'
import { parseQuery } from '@/lib/api/parse-query'
import { apiRoute } from '@/lib/api/route'
import { reportDownloadSchema } from '@/lib/schemas/downloads'
import { openReportDownload } from '@/lib/services/open-report-download'

const download = (headersOnly: boolean) =>
  apiRoute<{ id: string }>({
    right: 'originals.download',
    run: async ({ request, params, user }) => {
      const wanted = parseQuery(request.nextUrl.searchParams, reportDownloadSchema)
      const opened = await openReportDownload(user, params.id, wanted, {
        range: request.headers.get('range'),
        ifRange: request.headers.get('if-range'),
        ifNoneMatch: request.headers.get('if-none-match'),
        headersOnly,
      })
      return answerDownload(user, opened, headersOnly)
    },
  })

/**
 * A report's only archive, bit for bit (`?format=csv`: its CSV), with ranges, ETag and HEAD as in RFC 9110. One with
 * several: all in one ZIP with a manifest (`zip-all`), or one CSV (`csv` and `product`); `request`: one of them.
 */
export const GET = download(false)
export const HEAD = download(true)
