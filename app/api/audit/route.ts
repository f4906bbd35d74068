import { answerDownload } from '@/lib/api/answer-download'
import { apiRoute } from '@/lib/api/route'
import { readDisplay } from '@/lib/auth/display'
import { auditFilterSchema } from '@/lib/schemas/audit'
import { exportAudit } from '@/lib/services/export-audit'

/** All entries that the filter of the audit's page finds, as CSV. */
export const GET = apiRoute({
  right: 'audit.see',
  run: async ({ request, user }) => {
    const filter = auditFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams))
    const { timeZone } = await readDisplay()
    return answerDownload(user, await exportAudit(user, filter, timeZone), false)
  },
})
