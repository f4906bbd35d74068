import { describe, expect, test } from 'vitest'
import type { SelectedReport } from '@/lib/schemas/selection'
import { describeBulk } from './bulk-words'

const format = { locale: 'en', timeZone: 'UTC' }
const empty: SelectedReport = {
  id: '1',
  title: 'One',
  cancel: { requests: 0, unsent: 0, unconfirmed: 0, free: 0 },
  retry: { requests: 0, free: 0, rejected: 0 },
  files: { count: 0, missing: 0, rows: 0, bytes: 0, products: [] },
  delete: {
    count: 0,
    rows: 0,
    bytes: 0,
    atVonage: 0,
    vonageUntil: null,
    needed: 0,
    neededBy: [],
  },
}
const tell = (
  deed: Parameters<typeof describeBulk>[0],
  reports: Partial<SelectedReport>[],
  retryCost: Parameters<typeof describeBulk>[1]['retryCost'] = null,
) =>
  describeBulk(deed, { reports: reports.map((one) => ({ ...empty, ...one })), retryCost }, format)

describe('cancel', () => {
  const cancel = { requests: 3, unsent: 1, unconfirmed: 1, free: 0 }

  test('says how many of how many, what is billed, and which can’t be', () => {
    const { words, left } = tell('cancel', [{ cancel }, {}, { cancel }])
    expect(words).toMatchObject({
      title: 'Cancel 2 of 3 reports?',
      confirm: 'Cancel 2 reports',
      lost: [
        '2 requests are not sent, so there is no file and no bill.',
        'Vonage is told to stop 2 requests. There is no file, unless it finishes first.',
        '2 unconfirmed requests are given up here. If Vonage made their reports, the file is not fetched.',
        'Whether Vonage bills what it made until then is not known.',
      ],
    })
    expect(left).toEqual([
      '1 report can’t be cancelled: it has ended, or Vonage has finished already.',
    ])
  })

  test('speaks of no bill where there is none', () => {
    const free = { requests: 1, unsent: 0, unconfirmed: 0, free: 1 }
    expect(tell('cancel', [{ cancel: free }]).words?.lost.join()).not.toMatch(/bill/)
    const unsent = { requests: 1, unsent: 1, unconfirmed: 0, free: 0 }
    expect(tell('cancel', [{ cancel: unsent }]).words?.lost).toHaveLength(1)
  })

  test('does nothing where nothing runs', () => {
    expect(tell('cancel', [{}, {}])).toMatchObject({
      words: null,
      left: ['2 reports can’t be cancelled: they have ended, or Vonage has finished already.'],
    })
  })
})

describe('retry', () => {
  const retry = { requests: 2, free: 0, rejected: 1 }
  const cost = {
    records: 1234.4,
    withoutRecords: 1,
    withoutPrice: 0,
    prices: [{ currency: 'EUR', price: '1.2345' }],
  }

  test('says what it may cost, and how much of that is not known', () => {
    const { words, left } = tell('retry', [{ retry }, {}], cost)
    expect(words).toMatchObject({
      title: 'Ask again for 2 requests of 1 report?',
      lost: [
        'Vonage bills each record anew: about 1,234 records, about 1.23 EUR.',
        'What 1 request may cost is not known: there is nothing like it to go by.',
      ],
    })
    expect(left).toHaveLength(2)
    expect(left[0]).toMatch(/^1 rejected request would be refused again/)
  })

  test('costs nothing where Vonage bills nothing', () => {
    const { words } = tell('retry', [{ retry: { requests: 2, free: 2, rejected: 0 } }], cost)
    expect(words?.lost).toEqual([])
    expect(words?.stays).toContain('Nothing is billed.')
  })
})

describe('delete', () => {
  const files = {
    count: 2,
    rows: 1_204_311,
    bytes: 96e6,
    atVonage: 0,
    vonageUntil: null,
    needed: 0,
    neededBy: [],
  }

  test('says what is lost for good', () => {
    const { words } = tell('delete', [{ delete: files }])
    expect(words).toMatchObject({
      title: 'Delete 2 files of 1 report?',
      lost: [
        '1,204,311 rows, 96 MB. Only a backup of the archive store brings them back.',
        'Vonage does not have them any more. To ask for the same records again is billed anew.',
      ],
      danger: true,
    })
  })

  test('speaks of one file as one', () => {
    const one = { ...files, count: 1, atVonage: 1, vonageUntil: '2026-11-26T10:12:00.000Z' }
    const { words } = tell('delete', [{ delete: one }, {}])
    expect(words?.title).toBe('Delete 1 file of 1 report?')
    expect(`${words?.lost} ${words?.stays}`).not.toMatch(/them|their/i)
  })

  test('says until when Vonage has them, and which reports need some', () => {
    const some = {
      ...files,
      atVonage: 1,
      vonageUntil: '2026-11-26T10:12:00.000Z',
      needed: 1,
      neededBy: ['A', 'B', 'C'],
    }
    const { words, left } = tell('delete', [{ delete: some }, {}])
    expect(words?.lost[1]).toMatch(/^Vonage has its copy of 1 of them until 26 Nov 2026, 10:12,/)
    expect(left).toEqual([
      '1 file stays: “A”, “B” and 1 more take records from it.',
      '1 report has no file of its own here.',
    ])
  })
})
