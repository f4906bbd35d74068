import { appNow, getDb } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import { type ListReportsInput, type ReportSort, reportSorts } from '@/lib/schemas/reports'
import type { ReportPage } from '@/lib/schemas/views'
import { type ListPlace, readCursor, writeCursor } from './list-cursor'
import { reportWhere } from './report-filter'
import { reportRowSelect, toReportRows } from './report-row'

const pageSize = 50

const columns = {
  created: 'createdAt',
  range: 'dateStart',
  rows: 'rows',
  size: 'bytes',
  title: 'title',
} as const satisfies Record<ReportSort, keyof Prisma.ReportOrderByWithRelationInput>

/** A row is after another by its value, and by its id where the values are the same. */
function after(sort: ReportSort, order: 'asc' | 'desc', place: ListPlace): Prisma.ReportWhereInput {
  const column = columns[sort]
  const value = sort === 'rows' || sort === 'size' ? BigInt(place.value) : place.value
  const [beyond, upTo] = order === 'desc' ? (['lt', 'lte'] as const) : (['gt', 'gte'] as const)
  return {
    AND: [
      // Says nothing new, but lets the index begin where the page does.
      { [column]: { [upTo]: value } },
      { OR: [{ [column]: { [beyond]: value } }, { [column]: value, id: { [beyond]: place.id } }] },
    ],
  }
}

function flip(order: 'asc' | 'desc'): 'asc' | 'desc' {
  return order === 'asc' ? 'desc' : 'asc'
}

/**
 * A page of the history. All users see all reports of their instance. Pages hang on keys, not on offsets, so a late page
 * costs what the first does; going back reads the same index the other way.
 * @param timeZone of the days that the filter names
 */
export async function listReports(
  actor: UserActor,
  input: ListReportsInput,
  timeZone: string,
): Promise<ReportPage> {
  const { sort } = input
  const order = input.order ?? reportSorts[sort]
  const place = readCursor(input.cursor, sort, order)
  const reading = place?.before ? flip(order) : order
  const found = await getDb().report.findMany({
    where: {
      AND: [
        ...reportWhere(input, timeZone),
        ...(sort === 'range' ? [{ dateStart: { not: null } }] : []),
        ...(place ? [after(sort, reading, place)] : []),
      ],
    },
    orderBy: [{ [columns[sort]]: reading }, { id: reading }],
    take: pageSize + 1,
    select: { ...reportRowSelect, dateStart: true, rows: true, bytes: true },
  })
  const more = found.length > pageSize
  const page = found.slice(0, pageSize)
  if (place?.before) page.reverse()
  const cursorAt = (row: (typeof page)[number] | undefined, before: boolean) =>
    row ? writeCursor(sort, order, { value: valueIn(row, sort), id: row.id, before }) : null
  return {
    rows: await toReportRows(page, actor),
    nextCursor: place?.before || more ? cursorAt(page.at(-1), false) : null,
    previousCursor: (place?.before ? more : place !== null) ? cursorAt(page[0], true) : null,
    now: (await appNow()).toISOString(),
  }
}

function valueIn(
  row: { createdAt: Date; dateStart: Date | null; rows: bigint; bytes: bigint; title: string },
  sort: ReportSort,
): string {
  const value = row[columns[sort]]
  return value instanceof Date ? value.toISOString() : String(value)
}
