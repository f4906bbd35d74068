import { apiRoute } from '@/lib/api/route'
import { getReport } from '@/lib/data/reports/get-report'
import { AppError } from '@/lib/errors/app-error'

/** One report with its timeline. */
export const GET = apiRoute<{ id: string }>({
  run: async ({ params, user }) => {
    const report = await getReport(user, params.id)
    if (!report) throw new AppError('not-found', 'There is no such report.')
    return Response.json(report)
  },
})
