import { apiRoute } from '@/lib/api/route'
import { listRequests } from '@/lib/data/reports/list-requests'
import { AppError } from '@/lib/errors/app-error'
import { listRequestsSchema } from '@/lib/schemas/reports'

/** A page of a report's requests: `?state=&page=`. */
export const GET = apiRoute<{ id: string }>({
  run: async ({ request, params, user }) => {
    const input = listRequestsSchema.parse(Object.fromEntries(request.nextUrl.searchParams))
    const page = await listRequests(user, params.id, input)
    if (!page) throw new AppError('not-found', 'There is no such report.')
    return Response.json(page)
  },
})
