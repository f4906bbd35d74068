import type { ByteRange } from './store'

/** What a request with these headers is to get: all, a part (206), or nothing because the range lies outside (416). */
export type RangeDecision =
  | { kind: 'whole' }
  | { kind: 'part'; range: ByteRange }
  | { kind: 'unsatisfiable' }

type RangeRequest = { range: string | null; ifRange: string | null; etag: string; bytes: number }

const whole: RangeDecision = { kind: 'whole' }
const singleRange = /^bytes[ \t]*=[ \t]*(\d*)[ \t]*-[ \t]*(\d*)[ \t]*$/i

/** The entity tag of an archive: strong, since its bytes never change. */
export function toEtag(sha256: string): string {
  return `"${sha256}"`
}

/**
 * Decides on `Range` and `If-Range` (RFC 9110, sections 13.1.5 and 14.2). What is malformed, has another unit or asks
 * for several ranges is ignored, as the RFC allows: the whole file is right for everyone. A date in `If-Range` never
 * matches, since no Last-Modified is sent.
 */
export function decideRange({ range, ifRange, etag, bytes }: RangeRequest): RangeDecision {
  if (range === null || (ifRange !== null && ifRange.trim() !== etag)) return whole
  const match = singleRange.exec(range.trim())
  if (!match) return whole
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return whole
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    if (length === 0) return { kind: 'unsatisfiable' }
    return { kind: 'part', range: { start: bytes - length, end: bytes - 1 } }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return whole
  if (start >= bytes) return { kind: 'unsatisfiable' }
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  return { kind: 'part', range: { start, end } }
}

/** Whether `If-None-Match` says that the asker has this very file: the answer is then 304. */
export function matchesEtag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag)
}

/** `Content-Range` of a 206, or, without a range, of a 416. */
export function toContentRange(bytes: number, range?: ByteRange): string {
  return range ? `bytes ${range.start}-${range.end}/${bytes}` : `bytes */${bytes}`
}
