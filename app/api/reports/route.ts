import { apiRoute } from '@/lib/api/route'
import { readDisplay } from '@/lib/auth/display'
import { listReports } from '@/lib/data/reports/list-reports'
import { readListQuery } from '@/lib/schemas/report-list'

/** A page of the history; the query is the page’s own. */
export const GET = apiRoute({
  run: async ({ request, user }) => {
    const input = readListQuery((name) => request.nextUrl.searchParams.getAll(name))
    const { timeZone } = await readDisplay()
    return Response.json(await listReports(user, input, timeZone))
  },
})
