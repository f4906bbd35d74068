import { z } from 'zod'
import { appNow, getDb } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { datasetSelect, type StoredDataset, toStoredDataset } from './dataset-view'

/**
 * The datasets of a report by product. Everyone sees which there are; what is in them is masked where they are read.
 * @throws AppError `not-found`
 */
export async function listStoredDatasets(reportId: string): Promise<StoredDataset[]> {
  const report = z.uuid().safeParse(reportId).success
    ? await getDb().report.findUnique({
        where: { id: reportId },
        select: { datasets: { select: datasetSelect, orderBy: { product: 'asc' } } },
      })
    : null
  if (!report) throw new AppError('not-found', 'There is no such report.')
  const now = await appNow()
  return report.datasets.map((row) => toStoredDataset(row, now))
}
