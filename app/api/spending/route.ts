import { answerDownload } from '@/lib/api/answer-download'
import { apiRoute } from '@/lib/api/route'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { decideEnvironment, spendingFilterSchema } from '@/lib/schemas/spending'
import { exportSpending } from '@/lib/services/export-spending'

/** All charges that the filter of the page of spending finds, as CSV. */
export const GET = apiRoute({
  right: 'spending.see',
  run: async ({ request, user }) => {
    const filter = spendingFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams))
    const question = decideEnvironment(filter, await listAccounts(user))
    return answerDownload(user, await exportSpending(user, question), false)
  },
})
