import { z } from 'zod'
import { isSingleFile } from '@/lib/data/reports/is-single-file'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { ReportDownloadInput } from '@/lib/schemas/downloads'
import { openBundle } from './open-bundle'
import { type AskedFile, type Download, openDownload } from './open-download'
import { openMergedCsv } from './open-merged-csv'

/**
 * Opens what a person wants of a report: the file of one request, of a report that has but one; else all files in one
 * ZIP, or merged into one CSV.
 * @throws AppError as `openDownload`, `openBundle` and `openMergedCsv`
 */
export async function openReportDownload(
  actor: UserActor,
  reportId: string,
  { format, product, request }: ReportDownloadInput,
  asked: Omit<AskedFile, 'format' | 'requestId'>,
): Promise<Download> {
  if (!z.uuid().safeParse(reportId).success)
    throw new AppError('not-found', 'There is no archived file for this report.')
  const isAll = format === 'zip-all' || product !== null
  if (request || (!isAll && (await isSingleFile(actor, reportId))))
    return openDownload(actor, reportId, {
      ...asked,
      format: format === 'csv' ? 'csv' : 'zip',
      ...(request ? { requestId: request } : {}),
    })
  return format === 'csv'
    ? openMergedCsv(actor, [reportId], product, asked.headersOnly)
    : openBundle(actor, [reportId], asked.headersOnly)
}
