import { answerDownload } from '@/lib/api/answer-download'
import { parseQuery } from '@/lib/api/parse-query'
import { apiRoute } from '@/lib/api/route'
import { exportParametersSchema } from '@/lib/schemas/record-export'
import { exportRecords } from '@/lib/services/export-records'

const exported = (headersOnly: boolean) =>
  apiRoute<{ id: string }>({
    run: async ({ request, params, user }) => {
      const wanted = parseQuery(request.nextUrl.searchParams, exportParametersSchema)
      return answerDownload(
        user,
        await exportRecords(user, params.id, wanted, headersOnly),
        headersOnly,
      )
    },
  })

/** The records that fit as `?format=csv`, `xlsx`, `parquet` or `jsonl`; the other parameters as `lib/schemas/record-export`. */
export const GET = exported(false)
export const HEAD = exported(true)
