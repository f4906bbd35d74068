import { randomUUID } from 'node:crypto'
import type { Question } from '../state/job'
import { formatTime } from '../times'
import type { Row } from '../traffic/row'
import { pricePerRecord, reportCurrency } from './price'

export const pageSize = 1000

export type Page = {
  rows: readonly Row[]
  columns: readonly string[]
  receivedAt: number
  idsNotFound: readonly string[]
  cursor: { cursor: string; iv: string } | null
}

/** A record in JSON: every value a text, an empty one null; the parameters of a usage record an object. */
function toRecord(row: Row, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column] ?? ''
      if (column === 'request_params' && value) return [column, JSON.parse(value)]
      return [column, value === '' ? null : value]
    }),
  )
}

/** The answer of the synchronous call. `selfHref` is the address that was called. */
export function buildRecordsBody(
  question: Question,
  echo: Record<string, string | boolean>,
  page: Page,
  selfHref: string,
): Record<string, unknown> {
  const next = new URL(selfHref)
  if (page.cursor) {
    next.searchParams.set('cursor', page.cursor.cursor)
    next.searchParams.set('iv', page.cursor.iv)
  }
  const free = question.product === 'REPORTS-USAGE'
  return {
    _links: {
      self: { href: selfHref },
      ...(page.cursor ? { next: { href: next.href } } : {}),
    },
    request_id: randomUUID(),
    request_status: page.cursor ? 'TRUNCATED' : 'SUCCESS',
    received_at: formatTime(page.receivedAt),
    price: free ? 0 : Number((page.rows.length * Number(pricePerRecord)).toFixed(4)),
    currency: reportCurrency,
    limit: pageSize,
    items_count: page.rows.length,
    ...echo,
    ...(page.idsNotFound.length > 0 ? { ids_not_found: page.idsNotFound.join(',') } : {}),
    ...page.cursor,
    records: page.rows.map((row) => toRecord(row, page.columns)),
  }
}
