import { getDb } from '@/lib/db/client'

/** Has the datasets of a report prepared anew, from the archives. */
export async function wantDatasets(reportId: string): Promise<void> {
  await getDb().$executeRaw`SELECT want_datasets(ARRAY[${reportId}::uuid])`
}
