import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseVonageTime } from '@/lib/format/vonage-time'
import { parseReport } from './parse-report'
import { createScrub } from './scrub'

const scrub = createScrub('abcd1234', 'not-in-here')
const parse = (body: unknown) => parseReport(body, scrub)

describe('parseReport', () => {
  it('reads a create answer, which has no start, count or file yet (facts 1.2)', () => {
    const body = {
      request_id: 'abc',
      request_status: 'PENDING',
      receive_time: '2020-03-02T10:11:12+0000',
      _links: { self: { href: 'https://api.nexmo.com/v2/reports/abc' } },
    }
    expect(parse(body)).toEqual({
      requestId: 'abc',
      requestStatus: 'PENDING',
      receiveTime: '2020-03-02T10:11:12.000Z',
      startTime: null,
      itemsCount: null,
      downloadUrl: null,
      callbackUrl: null,
      raw: body,
    })
  })

  it('takes a top-level status for the filter on records that it is (facts 1.2)', () => {
    const body = { request_id: 'abc', request_status: 'PROCESSING', status: 'delivered' }
    expect(parse(body)?.requestStatus).toBe('PROCESSING')
    expect(parse({ ...body, request_status: null })?.requestStatus).toBeNull()
  })

  it('falls back to the other documented shape: status, download_url (facts 1.2)', () => {
    const other = {
      request_id: 'abc',
      status: 'SUCCESS',
      download_url: 'https://x/1',
      items_count: '12',
    }
    expect(parse(other)).toMatchObject({
      requestStatus: 'SUCCESS',
      downloadUrl: 'https://x/1',
      itemsCount: 12,
    })
    const links = { download_report: { href: 'https://x/2' } }
    expect(parse({ ...other, _links: links })?.downloadUrl).toBe('https://x/2')
  })

  it('keeps statuses that nobody knows yet, verbatim', () => {
    expect(parse({ request_id: 'abc', request_status: 'Paused' })?.requestStatus).toBe('Paused')
  })

  it.each([
    [0, 0],
    ['1523', 1523],
    [-1, null],
    [1.5, null],
    ['1,523', null],
    [{}, null],
    [null, null],
  ])('reads items_count %j as %j', (items_count, expected) => {
    expect(parse({ request_id: 'abc', items_count })?.itemsCount).toBe(expected)
  })

  it('reads around what is odd', () => {
    const odd = { request_id: 7, start_time: 5, receive_time: 'soon', _links: [], callback_url: {} }
    expect(parse(odd)).toMatchObject({
      requestId: '7',
      requestStatus: null,
      receiveTime: null,
      startTime: null,
      downloadUrl: null,
      callbackUrl: null,
    })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, links) => {
        parse(value)
        const report = parse({ request_id: 'abc', request_status: value, _links: links })
        expect(report?.requestId).toBe('abc')
      }),
    )
  })
})

describe('parseVonageTime (facts 1.2, 7: +0000 of 2020, +00:00 of 2025)', () => {
  it.each([
    ['2024-02-07T14:22:08+0000', '2024-02-07T14:22:08.000Z'],
    ['2024-02-07T14:22:08+00:00', '2024-02-07T14:22:08.000Z'],
    ['2024-02-07T14:22:08Z', '2024-02-07T14:22:08.000Z'],
    ['2024-02-07T14:22:08.123456Z', '2024-02-07T14:22:08.123Z'],
    ['2024-02-07T16:22:08+0200', '2024-02-07T14:22:08.000Z'],
    ['2024-02-07T08:52:08-05:30', '2024-02-07T14:22:08.000Z'],
    ['2024-02-07 14:22:08', '2024-02-07T14:22:08.000Z'],
    ['2024-13-07T14:22:08Z', null],
    ['2024-02-07', null],
    ['1707315728', null],
    ['', null],
  ])('%s', (text, iso) => {
    expect(parseVonageTime(text)).toBe(iso)
  })
})
