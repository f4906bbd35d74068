import { getDb } from '@/lib/db/client'
import { parseVonageTime } from '@/lib/format/vonage-time'
import type { ElsewhereReport } from '@/lib/schemas/elsewhere'

/** Reports of the last 4 days that usage tells of and that are none of ours, the newest first. */
export async function listRecentElsewhere(
  accountId: string,
  since: Date,
): Promise<ElsewhereReport[]> {
  const rows = await getDb().usageRecord.findMany({
    where: {
      accountId,
      requestId: null,
      jobType: 'ASYNC_JOB',
      product: { not: 'REPORTS-USAGE' },
      receivedAt: { gte: since },
    },
    orderBy: { receivedAt: 'desc' },
    take: 200,
    select: {
      recordId: true,
      status: true,
      receivedAt: true,
      product: true,
      targetAccountId: true,
      itemsWritten: true,
      parameters: true,
    },
  })
  return rows.map(({ recordId, status, receivedAt, itemsWritten, parameters, ...row }) => ({
    ...row,
    requestId: recordId,
    status: status || null,
    receivedAt: receivedAt.toISOString(),
    direction: null,
    dateStart: readTime(parameters, 'date_start'),
    dateEnd: readTime(parameters, 'date_end'),
    records: itemsWritten === null ? null : Number(itemsWritten),
    isFromUsage: true,
    known: null,
  }))
}

function readTime(parameters: unknown, name: string): string | null {
  const said = (parameters as Record<string, unknown> | null)?.[name]
  return typeof said === 'string' ? parseVonageTime(said) : null
}
