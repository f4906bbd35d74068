import { z } from 'zod'
import { type ReportSort, reportSorts } from '@/lib/schemas/report-list'

/** A place in a sorted list: the values of the row that the page begins after, or ends before. */
export type ListPlace = { value: string; id: string; before: boolean }

const placeSchema = z.object({
  s: z.enum(Object.keys(reportSorts) as [ReportSort, ...ReportSort[]]),
  o: z.enum(['asc', 'desc']),
  v: z.string().max(300),
  i: z.uuid(),
  b: z.boolean(),
})

/** Hands a place on to the browser. It holds nothing that its row does not show. */
export function writeCursor(sort: ReportSort, order: 'asc' | 'desc', place: ListPlace): string {
  const { value, id, before } = place
  const said = JSON.stringify({ s: sort, o: order, v: value, i: id, b: before })
  return Buffer.from(said).toString('base64url')
}

/** The place of a cursor; null for one that was made up, or made for another order. */
export function readCursor(
  cursor: string | null,
  sort: ReportSort,
  order: 'asc' | 'desc',
): ListPlace | null {
  if (!cursor) return null
  try {
    const said = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    if (said.s !== sort || said.o !== order || !isValueOf(sort, said.v)) return null
    return { value: said.v, id: said.i, before: said.b }
  } catch {
    return null
  }
}

function isValueOf(sort: ReportSort, value: string): boolean {
  if (sort === 'title') return !value.includes('\0')
  if (sort === 'rows' || sort === 'size') return /^\d{1,18}$/.test(value)
  return z.iso.datetime().safeParse(value).success
}
