import { getDb } from '@/lib/db/client'

/** What all processes have counted since the first start. */
export async function listCounters(): Promise<
  { name: string; labels: Record<string, string>; value: number }[]
> {
  const rows = await getDb().counter.findMany({
    orderBy: [{ name: 'asc' }, { labels: 'asc' }],
    select: { name: true, labels: true, value: true },
  })
  return rows.map((row) => ({ ...row, labels: JSON.parse(row.labels) as Record<string, string> }))
}
