import { apiRoute } from '@/lib/api/route'
import { listDatasets } from '@/lib/services/ask-records'

/** A report's datasets, one for each product, and how far they are prepared. */
export const GET = apiRoute<{ id: string }>({
  run: async ({ params, user }) => Response.json(await listDatasets(user, params.id)),
})
