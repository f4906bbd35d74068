import { z } from 'zod'
import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'

/**
 * What a download needs to know of a report's archive.
 * @throws AppError `forbidden` without `originals.download`; `not-found` when there is no such file
 */
export async function getArchive(actor: UserActor, reportId: string) {
  authorize(actor, 'originals.download')
  const known = z.uuid().safeParse(reportId).success
  const request = known
    ? await getDb().reportRequest.findFirst({
        where: { reportId, archive: { isNot: null } },
        select: {
          id: true,
          reportId: true,
          product: true,
          direction: true,
          dateStart: true,
          dateEnd: true,
          report: { select: { timeZone: true } },
          archive: {
            select: {
              storeKey: true,
              bytes: true,
              sha256: true,
              csvBytes: true,
              entryName: true,
            },
          },
        },
      })
    : null
  if (!request?.archive)
    throw new AppError('not-found', 'There is no archived file for this report.')
  return {
    requestId: request.id,
    reportId: request.reportId,
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
