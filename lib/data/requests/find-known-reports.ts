import { getDb, type Tx } from '@/lib/db/client'

/** Which of Vonage's ids are reports here, by those ids. Sandbox and live have nothing in common. */
export async function findKnownReports(
  environment: 'live' | 'sandbox',
  requestIds: readonly string[],
  tx: Tx = getDb(),
): Promise<Map<string, { reportId: string; title: string }>> {
  const rows = await tx.reportRequest.findMany({
    where: { requestId: { in: [...requestIds] }, account: { environment } },
    select: { requestId: true, reportId: true, report: { select: { title: true } } },
  })
  return new Map(
    rows.flatMap(({ requestId, reportId, report }) =>
      requestId ? [[requestId, { reportId, title: report.title }]] : [],
    ),
  )
}
