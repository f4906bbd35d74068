import { getDb } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type ListReportsInput, type ReportSort, reportSorts } from '@/lib/schemas/report-list'
import { flatColumns, pickColumns } from './flat-columns'
import { readCursor, writeCursor } from './list-cursor'
import { reportWhere } from './report-filter'
import { type FoundReport, type ReportRecord, reportRowSelect } from './report-row'
import { type RequestRecord, requestViewSelect } from './request-view'

const pageSize = 50
const { account, archive } = requestViewSelect

const columns: Record<ReportSort, { name: Prisma.Sql; type: Prisma.Sql }> = {
  created: { name: Prisma.sql`r."createdAt"`, type: Prisma.sql`timestamptz` },
  range: { name: Prisma.sql`r."dateStart"`, type: Prisma.sql`timestamptz` },
  rows: { name: Prisma.sql`r."rows"`, type: Prisma.sql`bigint` },
  size: { name: Prisma.sql`r."bytes"`, type: Prisma.sql`bigint` },
  title: { name: Prisma.sql`r."title"`, type: Prisma.sql`text` },
}

export type FoundPage = {
  /** In the list's order. */
  reports: FoundReport[]
  nextCursor: string | null
  previousCursor: string | null
}

type Flat = Record<string, unknown> & {
  id: string
  place: Date | bigint | string
  createdBy: string
  keptParts: number
}

/**
 * The reports that a page of the history holds, each with its request where it has only one. Pages hang on keys, not on
 * offsets, and a place is one comparison of a pair, with which an index begins: a late page costs what the first does,
 * also among many equal values. Going back reads the same index the other way.
 *
 * One statement of our own: Prisma would make eight of it, and a look at the history three times as long.
 * @param timeZone of the days that the filter names
 */
export async function findReportPage(
  input: ListReportsInput,
  timeZone: string,
): Promise<FoundPage> {
  const { sort } = input
  const { name, type } = columns[sort]
  const order = input.order ?? reportSorts[sort]
  const place = readCursor(input.cursor, sort, order)
  const isDown = (order === 'desc') !== (place?.before ?? false)
  const [beyond, direction] = isDown
    ? [Prisma.sql`<`, Prisma.sql`DESC`]
    : [Prisma.sql`>`, Prisma.sql`ASC`]
  const where = [
    // Only those that nothing was asked for yet have no range.
    Prisma.sql`${name} IS NOT NULL`,
    ...(await reportWhere(input, timeZone)),
    ...(place
      ? [Prisma.sql`(${name}, r."id") ${beyond} (${place.value}::${type}, ${place.id}::uuid)`]
      : []),
  ]
  const found = await getDb().$queryRaw<Flat[]>`
    SELECT p.*, u."name" AS "createdBy",
      (SELECT count(*)::int FROM "KeptPart" k WHERE k."reportId" = p."id") AS "keptParts",
      ${flatColumns(requestViewSelect, 'q')}, ${flatColumns(account.select, 'a')}, ${flatColumns(archive.select, 'f')}
    FROM (
      SELECT r."id", r."createdById", r."requestCount", ${name} AS place, ${flatColumns(reportRowSelect, 'r')}
      FROM "Report" r
      WHERE ${Prisma.join(where, ' AND ')}
      ORDER BY ${name} ${direction}, r."id" ${direction} LIMIT ${pageSize + 1}
    ) p
    JOIN "User" u ON u."id" = p."createdById"
    LEFT JOIN LATERAL (
      SELECT * FROM "ReportRequest" o
      WHERE p."requestCount" = 1 AND o."reportId" = p."id" AND o."replacedById" IS NULL LIMIT 1
    ) q ON TRUE
    LEFT JOIN "Account" a ON a."id" = q."accountId"
    LEFT JOIN LATERAL (SELECT * FROM "Archive" o WHERE o."requestId" = q."id" OFFSET 0) f ON TRUE
    ORDER BY p.place ${direction}, p."id" ${direction}`
  const more = found.length > pageSize
  const page = found.slice(0, pageSize)
  if (place?.before) page.reverse()
  const cursorAt = (row: Flat | undefined, before: boolean) => {
    if (!row) return null
    const value = row.place instanceof Date ? row.place.toISOString() : String(row.place)
    return writeCursor(sort, order, { value, id: row.id, before })
  }
  return {
    reports: page.map(toFoundReport),
    nextCursor: place?.before || more ? cursorAt(page.at(-1), false) : null,
    previousCursor: (place?.before ? more : place !== null) ? cursorAt(page[0], true) : null,
  }
}

function toFoundReport(row: Flat): FoundReport {
  return {
    ...(pickColumns(row, reportRowSelect, 'r') as ReportRecord),
    createdBy: { name: row.createdBy },
    _count: { keptParts: row.keptParts },
    onlyRequest: row['q.id'] === null ? null : toRequest(row),
  }
}

function toRequest(row: Flat): RequestRecord {
  return {
    ...(pickColumns(row, requestViewSelect, 'q') as RequestRecord),
    account: pickColumns(row, account.select, 'a') as RequestRecord['account'],
    archive:
      row['f.sha256'] === null
        ? null
        : ({
            ...pickColumns(row, archive.select, 'f'),
            // An unset list is NULL in the table, and empty to whoever asks through Prisma.
            columns: row['f.columns'] ?? [],
          } as RequestRecord['archive']),
  }
}
