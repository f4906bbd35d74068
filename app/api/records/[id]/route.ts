import { answerDownload } from '@/lib/api/answer-download'
import { apiRoute } from '@/lib/api/route'
import { exportLookup } from '@/lib/services/export-lookup'

/** The records of a look-up as CSV; `?raw` for values exactly as Vonage wrote them. */
export const GET = apiRoute<{ id: string }>({
  right: 'reports.create',
  run: async ({ request, params, user }) => {
    const isRaw = request.nextUrl.searchParams.has('raw')
    return answerDownload(user, await exportLookup(user, params.id, { isRaw }), false)
  },
})
