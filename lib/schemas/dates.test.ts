import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { formatRange, type RangeInput, resolveRange, toVonageDate } from './dates'
import { isTimeZone } from './time-zone'

const now = new Date('2026-11-24T10:12:30.900Z')
const madrid = 'Europe/Madrid'

function resolve(input: Partial<RangeInput>) {
  return resolveRange({ from: '2026-06-01', to: '2026-06-30', timeZone: madrid, now, ...input })
}

function moments(input: Partial<RangeInput>) {
  const range = resolve(input)
  return range.ok ? [range.dateStart, range.dateEnd] : range.fieldErrors
}

describe('a date alone means the whole day', () => {
  it('1 to 30 June holds all of 30 June', () => {
    expect(resolve({})).toEqual({
      ok: true,
      dateStart: '2026-05-31T22:00:00Z',
      dateEnd: '2026-06-30T22:00:00Z',
      clippedToNow: false,
    })
  })

  it.each([
    ['spring', '2026-03-29', ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z']],
    ['autumn', '2026-10-25', ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']],
  ])('of 23 or 25 hours in %s', (_season, day, expected) => {
    expect(moments({ from: day, to: day })).toEqual(expected)
  })

  it.each([
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z'],
  ])('begins at its first instant where midnight is skipped: %s', (timeZone, day, first) => {
    expect(moments({ from: day, to: day, timeZone })).toMatchObject({ 0: first })
    const dayBefore = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
    expect(moments({ from: dayBefore, to: dayBefore, timeZone })).toMatchObject({ 1: first })
  })

  it('begins at the first of two midnights', () => {
    const day = { from: '2026-11-01', to: '2026-11-01', timeZone: 'America/Havana' }
    expect(moments(day)).toEqual(['2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'])
  })

  it('is refused where the calendar skipped it', () => {
    const apia = { timeZone: 'Pacific/Apia', now: new Date('2012-06-01T00:00:00Z') }
    expect(moments({ ...apia, from: '2011-12-30', to: '2012-01-05' })).toEqual({
      from: 'In Pacific/Apia there was no 2011-12-30: the calendar skipped that day.',
    })
    expect(moments({ ...apia, from: '2011-12-29', to: '2011-12-29' })).toEqual([
      '2011-12-29T10:00:00Z',
      '2011-12-30T10:00:00Z',
    ])
  })
})

describe('a date with a time', () => {
  it('ends the range at that moment, so that ranges that meet share nothing', () => {
    const first = moments({ from: '2026-10-01 13:30', to: '2026-10-01 14:30' })
    const second = moments({ from: '2026-10-01T14:30', to: '2026-10-01T15:30:15' })
    expect(first).toEqual(['2026-10-01T11:30:00Z', '2026-10-01T12:30:00Z'])
    expect(second).toEqual(['2026-10-01T12:30:00Z', '2026-10-01T13:30:15Z'])
  })

  it.each(['2026-06-30 23:59', '2026-06-30T23:59:59'])('%s is the end of the day', (to) => {
    expect(moments({ to })).toEqual(moments({ to: '2026-06-30' }))
  })

  it('is refused, with the reason, when the clocks skip it', () => {
    const reason = (clock: string) =>
      `There is no ${clock} on 2026-03-29 in Europe/Madrid: the clocks jump from 02:00 to 03:00. Choose another time.`
    expect(moments({ from: '2026-03-29 02:00', to: '2026-03-29 02:59' })).toEqual({
      from: reason('02:00'),
      to: reason('02:59'),
    })
    expect(moments({ from: '2026-03-29 01:59', to: '2026-03-29 03:00' })).toEqual([
      '2026-03-29T00:59:00Z',
      '2026-03-29T01:00:00Z',
    ])
  })

  it('that comes twice is the first for From, the second for To', () => {
    expect(moments({ from: '2026-10-25 02:30', to: '2026-10-25 02:30' })).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
    ])
  })
})

describe('limits', () => {
  it('sends an end after now as now, in whole seconds', () => {
    const clipped = { ok: true, dateEnd: '2026-11-24T10:12:30Z', clippedToNow: true }
    expect(resolve({ from: '2026-11-24', to: '2026-11-24' })).toMatchObject(clipped)
    expect(resolve({ from: '2026-11-01', to: '2099-12-31' })).toMatchObject(clipped)
  })

  it('refuses a start that is not past', () => {
    const message = 'From is in the future. Vonage has only past records.'
    expect(moments({ from: '2026-11-25', to: '2026-11-26' })).toEqual({ from: message })
    const exactlyNow = { from: '2026-11-24 11:12:30', to: '2026-11-24 12:00' }
    expect(moments(exactlyNow)).toEqual({ from: message })
  })

  it.each([
    ['2026-06-02', '2026-06-01'],
    ['2026-06-01 10:00', '2026-06-01 10:00'],
    ['2026-06-01 10:00', '2026-06-01 09:59'],
  ])('refuses a range from %s to %s', (from, to) => {
    expect(moments({ from, to })).toEqual({ to: 'To must be later than From.' })
  })

  it('reaches 13 months back, by whole days', () => {
    expect(moments({ from: '2025-10-24', to: '2026-11-24' })).toMatchObject({
      0: '2025-10-23T22:00:00Z',
    })
    expect(moments({ from: '2025-10-23 23:59' })).toEqual({
      from: 'Vonage keeps these records for 13 months. The earliest day is 2025-10-24.',
    })
  })

  it('reaches 90 days back for Video', () => {
    const video = { retentionDays: 90, to: '2026-11-24' }
    expect(moments({ ...video, from: '2026-08-26' })).toMatchObject({ 0: '2026-08-25T22:00:00Z' })
    expect(moments({ ...video, from: '2026-08-25' })).toEqual({
      from: 'Vonage keeps these records for 90 days. The earliest day is 2026-08-26.',
    })
  })

  it('covers at most 13 months, where a shorter month lets one begin earlier', () => {
    const march = { now: new Date('2027-03-31T12:00:00Z'), from: '2026-02-28' }
    expect(moments({ ...march, to: '2027-03-28' })).toMatchObject({ 1: '2027-03-28T22:00:00Z' })
    expect(moments({ ...march, to: '2027-03-29' })).toEqual({
      to: 'A report covers at most 13 months. From this start, the latest day is 2027-03-28.',
    })
  })
})

describe('what was typed wrong is told under its field', () => {
  it.each([
    ['yesterday', /^Write a date like/],
    ['2026-10-01Z', /^Write a date like/],
    ['2026-10-01 13:30+02:00', /^Write a date like/],
    ['2026-10-01 1:3', /^Write a date like/],
    ['01/10/2026', /^Write a date like/],
    ['9'.repeat(100_000), /^Write a date like/],
    ['0001-01-01', 'Check the year: 0001.'],
    ['9999-12-31', 'Check the year: 9999.'],
    ['2026-13-01', /^There is no month 13/],
    ['2026-02-29', '2026-02 has no day 29.'],
    ['2026-06-00', '2026-06 has no day 0.'],
    ['2026-10-01 24:00', 'A time goes from 00:00 to 23:59.'],
    ['2026-10-01 12:60', 'A time goes from 00:00 to 23:59.'],
  ])('%.30s', (from, message) => {
    expect(moments({ from })).toEqual({ from: expect.stringMatching(message) })
  })

  it('all at once', () => {
    const wrong = resolve({ from: '', to: 'x', timeZone: 'Mars/Base' })
    expect(Object.keys(wrong.ok ? {} : wrong.fieldErrors)).toEqual(['from', 'to', 'timeZone'])
  })

  it.each(['', 'Nope/Zone', '+02:00', '2026-01-01T00:00Z', 'UTC\n', '../etc', 'a'.repeat(100)])(
    'time zone %j',
    (timeZone) => {
      expect(isTimeZone(timeZone)).toBe(false)
      expect(moments({ timeZone })).toEqual({ timeZone: expect.stringMatching('unknown') })
    },
  )
})

describe('over all zones and days', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC')
  const day = fc
    .integer({ min: 0, max: 380 })
    .map((days) => Temporal.PlainDate.from('2025-11-01').add({ days }))

  it('days that follow each other meet, and last about 24 hours', () => {
    fc.assert(
      fc.property(zone, day, (timeZone, date) => {
        const today = resolve({ from: `${date}`, to: `${date}`, timeZone })
        const next = `${date.add({ days: 1 })}`
        const tomorrow = resolve({ from: next, to: next, timeZone })
        if (!today.ok || !tomorrow.ok) return expect.unreachable('both days exist')
        expect(today.dateEnd).toBe(tomorrow.dateStart)
        const hours = (Date.parse(today.dateEnd) - Date.parse(today.dateStart)) / 3_600_000
        expect(hours).toBeGreaterThan(20)
        expect(hours).toBeLessThan(28)
      }),
    )
  })

  it('a time is that time on the clocks of the zone, or is refused because they skip it', () => {
    fc.assert(
      fc.property(zone, day, fc.nat(23), fc.nat(58), (timeZone, date, hour, minute) => {
        const time = Temporal.PlainTime.from({ hour, minute })
        const range = resolve({ from: `${date}T${time}`, to: `${date.add({ days: 2 })}`, timeZone })
        if (!range.ok)
          return expect(range.fieldErrors.from).toMatch(/^There is no .* the clocks jump from/)
        const there = Temporal.Instant.from(range.dateStart).toZonedDateTimeISO(timeZone)
        expect(there.toPlainDateTime().equals(date.toPlainDateTime(time))).toBe(true)
      }),
    )
  })

  it('any text gives a range or errors, never a throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (from, to, timeZone) => {
        const range = resolve({ from, to, timeZone })
        expect(range.ok || Object.keys(range.fieldErrors).length > 0).toBe(true)
      }),
    )
  })
})

it.each([
  ['2026-06-01T00:00:00.000Z', '2026-06-01T00:00:00+00:00'],
  ['2026-06-01T02:00:00+02:00', '2026-06-01T00:00:00+00:00'],
  ['2026-06-01T00:00:59.999Z', '2026-06-01T00:00:59+00:00'],
])('sends %s as %s', (iso, sent) => {
  expect(toVonageDate(iso)).toBe(sent)
})

it.each([
  ['2026-05-31T22:00:00Z', '2026-06-30T22:00:00Z', '30 days, 1 Jun 2026 00:00 to 1 Jul 2026 00:00'],
  ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '1 day, 29 Mar 2026 00:00 to 30 Mar 2026 00:00'],
  ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '1 h, 25 Oct 2026 02:30 to 25 Oct 2026 02:30'],
  [
    '2026-11-22T23:00:00Z',
    '2026-11-24T10:12:30Z',
    '1 day 11 h 12 min 30 s, 23 Nov 2026 00:00 to 24 Nov 2026 11:12:30',
  ],
])('says %s to %s in words', (dateStart, dateEnd, words) => {
  expect(formatRange({ dateStart, dateEnd }, madrid, 'en-GB')).toBe(`${words}, ${madrid}`)
})
