import { columnsOf } from '@/lib/catalogue/columns'
import { getProduct } from '@/lib/catalogue/products'
import { createPacer } from '../pacer'
import type { Question } from '../state/job'
import { day, hour, subtractMonths } from '../times'
import { makeRow } from '../traffic/make-row'
import type { Row } from '../traffic/row'
import type { Stream } from '../traffic/stream'
import { countPlaces, type Window, walkPlaces } from '../traffic/walk'
import type { Source } from './source'

/** The part of the asked range that holds records: not older than they are kept, not later than `asOf`. */
export function cutWindow(question: Question, asOf: number): Window {
  const { retentionDays } = getProduct(question.product)
  const oldest = retentionDays ? asOf - retentionDays * day : subtractMonths(asOf, 13)
  return {
    start: Math.max(question.dateStart, oldest),
    end: Math.min(question.dateEnd, asOf),
  }
}

/** Columns of a file: the text of messages and `concatenated` only when they were asked for. */
export function listColumns(question: Question): string[] {
  return columnsOf(question.product, question.direction).filter(
    (column) =>
      (column !== 'message_body' || question.includeMessage) &&
      (column !== 'concatenated' || question.showConcatenated),
  )
}

export function createTrafficSource(
  question: Question,
  streams: readonly Stream[],
  asOf: number,
): Source {
  const window = cutWindow(question, asOf)
  const filters = Object.entries(question.filters)
  const matches = (row: Row) => filters.every(([name, value]) => (row[name] ?? '') === value)

  return {
    columns: listColumns(question),
    knownCount: () => (filters.length === 0 ? countPlaces(streams, window) : null),
    *rows() {
      for (const place of walkPlaces(streams, window)) {
        const row = makeRow(place)
        yield matches(row) ? row : null
      }
    },
    async page(from, limit) {
      const start = from ? Math.max(window.start, from.hour * hour) : window.start
      const pacer = createPacer()
      const rows: Row[] = []
      let current = from?.hour ?? -1
      let passed = 0
      for (const place of walkPlaces(streams, { ...window, start })) {
        if (place.hour !== current) {
          current = place.hour
          passed = 0
        }
        passed++
        if (from && place.hour === from.hour && passed <= from.skip) continue
        const row = makeRow(place)
        if (!matches(row)) {
          if (pacer.isDue()) await pacer.rest()
          continue
        }
        if (rows.length === limit) return { rows, next: { hour: current, skip: passed - 1 } }
        rows.push(row)
      }
      return { rows, next: null }
    },
  }
}
