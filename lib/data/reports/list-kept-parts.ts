import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { getDb } from '@/lib/db/client'
import type { KeptPartView } from '@/lib/schemas/views'

/** What a report takes from the files of earlier ones, in the order of product, direction, account and time. */
export async function listKeptParts(reportId: string): Promise<KeptPartView[]> {
  const rows = await getDb().keptPart.findMany({
    where: { reportId },
    orderBy: [
      { source: { product: 'asc' } },
      { source: { direction: 'asc' } },
      { source: { targetAccountId: 'asc' } },
      { dateStart: 'asc' },
    ],
    select: {
      id: true,
      dateStart: true,
      dateEnd: true,
      mayHaveChanged: true,
      source: {
        select: {
          id: true,
          product: true,
          direction: true,
          targetAccountId: true,
          dateStart: true,
          dateEnd: true,
          receiveTime: true,
          startTime: true,
          account: { select: { id: true, label: true } },
          report: { select: { id: true, title: true } },
          archive: { select: { rows: true, deletedAt: true } },
        },
      },
    },
  })
  return rows.map(({ source, ...part }) => {
    const fetchedAt = source.receiveTime ?? source.startTime
    const ms = (range: { dateStart: Date; dateEnd: Date }) =>
      range.dateEnd.getTime() - range.dateStart.getTime()
    const share = Math.min(1, ms(part) / ms(source))
    return {
      id: part.id,
      report: source.report,
      requestId: source.id,
      account: source.account,
      product: source.product as ProductCode,
      direction: source.direction as Direction | null,
      targetAccountId: source.targetAccountId,
      dateStart: part.dateStart.toISOString(),
      dateEnd: part.dateEnd.toISOString(),
      mayHaveChanged: part.mayHaveChanged,
      fetchedAt: fetchedAt?.toISOString() ?? null,
      records: Math.round(Number(source.archive?.rows ?? 0) * share),
      recordsAreExact: share === 1,
      isDeleted: source.archive?.deletedAt !== null,
    }
  })
}
