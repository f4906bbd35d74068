import { z } from 'zod'
import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { authorizeTexts } from './authorize-texts'

/**
 * What a download needs to know of a report's archive: that of the named request, or of its only one.
 * @throws AppError `forbidden` without `originals.download`, or `texts.see` for a file with texts; `not-found` when there is no such file; `gone` when it was
 * deleted
 */
export async function getArchive(actor: UserActor, reportId: string, requestId?: string) {
  authorize(actor, 'originals.download')
  const isUuid = (id: string) => z.uuid().safeParse(id).success
  const known = isUuid(reportId) && (requestId === undefined || isUuid(requestId))
  const request = known
    ? await getDb().reportRequest.findFirst({
        where: {
          reportId,
          archive: { isNot: null },
          ...(requestId === undefined ? { replacedById: null } : { id: requestId }),
        },
        select: {
          id: true,
          product: true,
          direction: true,
          dateStart: true,
          dateEnd: true,
          report: { select: { id: true, title: true, timeZone: true } },
          archive: {
            select: {
              storeKey: true,
              bytes: true,
              sha256: true,
              csvBytes: true,
              entryName: true,
              columns: true,
              deletedAt: true,
              deletedBy: true,
            },
          },
        },
      })
    : null
  if (!request?.archive)
    throw new AppError('not-found', 'There is no archived file for this report.')
  const { deletedAt, deletedBy, columns } = request.archive
  authorizeTexts(actor, columns)
  if (deletedAt)
    throw new AppError(
      'gone',
      `The file was deleted by ${deletedBy ?? 'somebody'} at ${deletedAt.toISOString()}. Its hash and rows are still on the report’s page.`,
    )
  return {
    requestId: request.id,
    report: { id: request.report.id, title: request.report.title },
    product: request.product as ProductCode,
    direction: request.direction as Direction | null,
    dateStart: request.dateStart.toISOString(),
    dateEnd: request.dateEnd.toISOString(),
    timeZone: request.report.timeZone,
    file: {
      key: request.archive.storeKey,
      bytes: Number(request.archive.bytes),
      sha256: request.archive.sha256,
      csvBytes: Number(request.archive.csvBytes),
      entryName: request.archive.entryName,
    },
  }
}
