import type { Sandbox } from '../sandbox'
import type { Question } from '../state/job'
import { makeRow, recordKeyOf } from '../traffic/make-row'
import { decodeRecordId } from '../traffic/record-id'
import type { Row } from '../traffic/row'
import { listStreams, type Stream } from '../traffic/stream'
import { countRowsInHour } from '../traffic/volume'
import { placeInHour } from '../traffic/walk'
import { openSource } from './open-source'

function findInStream(stream: Stream, id: string, now: number): Row | null {
  const found = decodeRecordId(stream.key, id) ?? decodeRecordId(recordKeyOf(stream), id)
  if (!found) return null
  const count = countRowsInHour(stream, found.hour)
  if (found.index >= count) return null
  const place = placeInHour(stream, found.hour, found.index, count)
  return place.at < now ? makeRow(place) : null
}

/** The record whose message, call, request or record id this is; there is no bound in time. */
export function findById(sandbox: Sandbox, question: Question, id: string): Row | null {
  const now = sandbox.clock.now()
  if (question.product === 'REPORTS-USAGE') {
    for (const row of openSource(sandbox, question, now).rows()) if (row?.id === id) return row
    return null
  }
  const account = sandbox.directory.find(question.accountId)
  if (!account) return null
  const streams = listStreams(sandbox.traffic, [account], question.product, question.direction)
  for (const stream of streams) {
    const row = findInStream(stream, id, now)
    if (row) return row
  }
  return null
}
