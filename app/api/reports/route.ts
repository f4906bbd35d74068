import { apiRoute } from '@/lib/api/route'
import { listReports } from '@/lib/data/reports/list-reports'
import { listReportsSchema } from '@/lib/schemas/reports'

/** A page of the history: `?q=&state=&cursor=`. */
export const GET = apiRoute({
  run: async ({ request, user }) => {
    const input = listReportsSchema.parse(Object.fromEntries(request.nextUrl.searchParams))
    return Response.json(await listReports(user, input))
  },
})
