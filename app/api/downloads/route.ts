import { answerDownload } from '@/lib/api/answer-download'
import { parseQuery } from '@/lib/api/parse-query'
import { apiRoute } from '@/lib/api/route'
import { selectionDownloadSchema } from '@/lib/schemas/downloads'
import { openBundle } from '@/lib/services/open-bundle'
import { openMergedCsv } from '@/lib/services/open-merged-csv'

const download = (headersOnly: boolean) =>
  apiRoute({
    right: 'originals.download',
    run: async ({ request, user }) => {
      const wanted = parseQuery(request.nextUrl.searchParams, selectionDownloadSchema)
      const opened =
        wanted.format === 'csv'
          ? await openMergedCsv(user, wanted.report, wanted.product, headersOnly)
          : await openBundle(user, wanted.report, headersOnly)
      return answerDownload(user, opened, headersOnly)
    },
  })

/** The files of several reports (`report`, once for each): one ZIP with a manifest, or one CSV of a product. */
export const GET = download(false)
export const HEAD = download(true)
