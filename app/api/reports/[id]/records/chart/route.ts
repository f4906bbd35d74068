import { parseQuery } from '@/lib/api/parse-query'
import { apiRoute } from '@/lib/api/route'
import { chartParametersSchema } from '@/lib/schemas/records'
import { chartRecords } from '@/lib/services/ask-records'

/** What a chart shows of a report's records: `?product=&scope=&chart=`, both as JSON. */
export const GET = apiRoute<{ id: string }>({
  run: async ({ request, params, user }) => {
    const { product, scope, chart } = parseQuery(
      request.nextUrl.searchParams,
      chartParametersSchema,
    )
    const of = { reportId: params.id, product }
    return Response.json(await chartRecords(user, of, scope, chart, request.signal))
  },
})
