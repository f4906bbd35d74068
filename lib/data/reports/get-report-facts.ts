import { z } from 'zod'
import { getDb } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'

/** What names a file of a report: its title, zone and whole range (ISO, the end exclusive). @throws AppError `not-found` */
export async function getReportFacts(id: string) {
  const report = z.uuid().safeParse(id).success
    ? await getDb().report.findUnique({
        where: { id },
        select: { title: true, timeZone: true, dateStart: true, dateEnd: true, createdAt: true },
      })
    : null
  if (!report) throw new AppError('not-found', 'There is no such report.')
  return {
    title: report.title,
    timeZone: report.timeZone,
    dateStart: (report.dateStart ?? report.createdAt).toISOString(),
    dateEnd: (report.dateEnd ?? report.createdAt).toISOString(),
  }
}
