import { parseQuery } from '@/lib/api/parse-query'
import { apiRoute } from '@/lib/api/route'
import { selectionSchema } from '@/lib/schemas/selection'
import { previewSelection } from '@/lib/services/preview-selection'

/** What can be done with these reports (`report`, once for each), and what it would mean. */
export const GET = apiRoute({
  run: async ({ request, user }) => {
    const { report } = parseQuery(request.nextUrl.searchParams, selectionSchema)
    return Response.json(await previewSelection(user, report))
  },
})
