import { appNow, getDb } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { ListReportsInput } from '@/lib/schemas/reports'
import type { ReportPage } from '@/lib/schemas/views'
import { reportRowSelect, toReportRows } from './report-row'

const pageSize = 50

type Place = { createdAt: Date; id: string }

function parseCursor(cursor: string | null): Place | null {
  const match = cursor && /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor)
  return match ? { createdAt: new Date(Number(match[1])), id: match[2] as string } : null
}

function searchFor(q: string): Prisma.ReportWhereInput {
  const contains = { contains: q, mode: 'insensitive' } as const
  const request = (field: Prisma.ReportRequestWhereInput) => ({ requests: { some: field } })
  return {
    OR: [
      { title: contains },
      { createdBy: { name: contains } },
      request({ requestId: contains }),
      request({ targetAccountId: contains }),
      request({ product: contains }),
      ...(/^[0-9a-f-]{36}$/i.test(q) ? [{ id: q }] : []),
    ],
  }
}

/**
 * A page of the history, newest first. All users see all reports of their instance. Pages hang on keys, not on
 * offsets, so a late page costs what the first does.
 */
export async function listReports(actor: UserActor, input: ListReportsInput): Promise<ReportPage> {
  const place = parseCursor(input.cursor)
  const where: Prisma.ReportWhereInput = {
    AND: [
      input.q ? searchFor(input.q) : {},
      input.state ? { requests: { some: { state: input.state } } } : {},
      place
        ? {
            OR: [
              { createdAt: { lt: place.createdAt } },
              { createdAt: place.createdAt, id: { lt: place.id } },
            ],
          }
        : {},
    ],
  }
  const found = await getDb().report.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: reportRowSelect,
  })
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: await toReportRows(page, actor),
    nextCursor: found.length > pageSize && last ? `${last.createdAt.getTime()}_${last.id}` : null,
    now: (await appNow()).toISOString(),
  }
}
