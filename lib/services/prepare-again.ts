import { authorize } from '@/lib/data/authorize'
import { listStoredDatasets } from '@/lib/data/datasets/list-datasets'
import { wantDatasets } from '@/lib/data/datasets/want-datasets'
import type { UserActor } from '@/lib/schemas/actor'

/**
 * Has a report's datasets made anew from its archives. What is there stays readable meanwhile.
 * @throws AppError `forbidden` without `reports.create`, `not-found`
 */
export async function prepareAgain(actor: UserActor, reportId: string): Promise<void> {
  authorize(actor, 'reports.create')
  await listStoredDatasets(reportId)
  await wantDatasets(reportId)
}
