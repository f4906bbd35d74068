import { parseQuery } from '@/lib/api/parse-query'
import { apiRoute } from '@/lib/api/route'
import { recordsParametersSchema } from '@/lib/schemas/records'
import { listRecords } from '@/lib/services/ask-records'

/** A page of a report's records: `?product=&query=`, the query as JSON. What the person must not see is masked. */
export const GET = apiRoute<{ id: string }>({
  run: async ({ request, params, user }) => {
    const { product, query } = parseQuery(request.nextUrl.searchParams, recordsParametersSchema)
    const of = { reportId: params.id, product }
    return Response.json(await listRecords(user, of, query, request.signal))
  },
})
