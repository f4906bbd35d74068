import { getDb, type Tx } from '@/lib/db/client'

/** A report that takes records from another one's file. */
export type Dependant = {
  sourceRequestId: string
  reportId: string
  title: string
  /** Nothing that it needs may go, whatever else is deleted. */
  isHeld: boolean
}

/**
 * Reports that rely on the archives of these requests: without the file they are not whole any more. Whoever deletes an
 * archive locks its row first (`FOR UPDATE`), then asks here: a report that is just being made holds it.
 */
export async function listDependants(
  requestIds: readonly string[],
  tx: Tx = getDb(),
): Promise<Dependant[]> {
  const rows = await tx.keptPart.findMany({
    where: { sourceId: { in: [...requestIds] } },
    distinct: ['sourceId', 'reportId'],
    orderBy: { createdAt: 'asc' },
    select: { sourceId: true, report: { select: { id: true, title: true, heldAt: true } } },
  })
  return rows.map(({ sourceId, report }) => ({
    sourceRequestId: sourceId,
    reportId: report.id,
    title: report.title,
    isHeld: report.heldAt !== null,
  }))
}
