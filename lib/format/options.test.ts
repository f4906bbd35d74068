import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveRange } from '@/lib/schemas/dates'
import { reachOf } from '@/lib/schemas/retention'
import { isTimeZone } from '@/lib/schemas/time-zone'
import { toDayText } from './calendar-day'
import { findExactOption, matchOptions } from './match-options'
import { listRangePresets } from './range-presets'
import { formatOffset, listTimeZones } from './time-zone'
import { weekStartOf } from './week-start'
import { toZonedParts } from './zoned-parts'

const products = [
  { value: 'SMS-TRAFFIC-CONTROL', label: 'SMS traffic control' },
  { value: 'SMS', label: 'SMS', description: 'Text messages' },
  { value: 'MESSAGES', label: 'Messages', description: 'WhatsApp, RCS, Viber' },
  { value: 'VERIFY-V2', label: 'Verify v2' },
]

describe('matchOptions', () => {
  it('puts the exact code before what merely begins with it', () => {
    expect(matchOptions(products, 'sms').map(({ value }) => value)).toEqual([
      'SMS',
      'SMS-TRAFFIC-CONTROL',
    ])
  })

  it('finds by description, last', () => {
    expect(matchOptions(products, 'mess').map(({ value }) => value)).toEqual(['MESSAGES', 'SMS'])
    expect(matchOptions(products, 'viber').map(({ value }) => value)).toEqual(['MESSAGES'])
  })

  it('gives all for nothing and none for nonsense', () => {
    expect(matchOptions(products, ' ')).toHaveLength(4)
    expect(matchOptions(products, 'zzz')).toEqual([])
  })
})

describe('findExactOption', () => {
  it('takes a code or a name in any case and spelling of separators', () => {
    expect(findExactOption(products, 'verify v2')?.value).toBe('VERIFY-V2')
    expect(findExactOption(products, 'sms-traffic-control')?.value).toBe('SMS-TRAFFIC-CONTROL')
    expect(findExactOption(products, 'SM')).toBeUndefined()
  })
})

describe('listRangePresets', () => {
  const list = (today: string, retentionDays?: number) => {
    const reach = reachOf(new Date(`${today}T12:00:00Z`), 'UTC', retentionDays)
    return new Map(listRangePresets(today, reach).map((preset) => [preset.label, preset]))
  }

  it('covers whole months and quarters, both ends included', () => {
    const presets = list('2026-03-31')
    expect(presets.get('Last month')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' })
    expect(presets.get('Last quarter')).toMatchObject({ from: '2025-10-01', to: '2025-12-31' })
    expect(presets.get('Last 7 days')).toMatchObject({ from: '2026-03-24', to: '2026-03-30' })
    expect(presets.get('Last 13 months')).toMatchObject({ from: '2025-03-01', to: '2026-03-30' })
    expect(list('2026-04-01').get('Last quarter')).toMatchObject({
      from: '2026-01-01',
      to: '2026-03-31',
    })
  })

  it('offers nothing from before there are records', () => {
    const presets = list('2026-12-31', 90)
    expect(presets.get('Last 90 days')).toMatchObject({ from: '2026-10-02', to: '2026-12-30' })
    expect([...presets.keys()]).not.toContain('Last quarter')
    expect(presets.get('Last month')).toMatchObject({ from: '2026-11-01', to: '2026-11-30' })
  })

  it('offers only what a report may ask for, on any day of any zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('UTC', 'Europe/Madrid', 'America/St_Johns', 'Pacific/Apia'),
        fc.constantFrom(undefined, 90),
        (now, timeZone, retentionDays) => {
          // In a day's first second there is nothing yet to ask for of today.
          fc.pre(now.getUTCSeconds() > 0)
          const reach = reachOf(now, timeZone, retentionDays)
          const { year, month, day } = toZonedParts(now.getTime(), timeZone)
          for (const { label, from, to } of listRangePresets(toDayText(year, month, day), reach))
            expect(resolveRange({ from, to, timeZone, now, retentionDays }), label).toMatchObject({
              ok: true,
            })
        },
      ),
    )
  })
})

describe('weekStartOf', () => {
  it('begins weeks where the locale does', () => {
    expect(['en-US', 'en-GB', 'de', 'pt-BR', 'ar-EG'].map(weekStartOf)).toEqual([0, 1, 1, 0, 6])
  })
})

describe('time zones', () => {
  it('states the offset of the moment', () => {
    expect(formatOffset('Europe/Madrid', Date.parse('2026-07-01T00:00:00Z'))).toBe('UTC+02:00')
    expect(formatOffset('Europe/Madrid', Date.parse('2026-12-01T00:00:00Z'))).toBe('UTC+01:00')
    expect(formatOffset('UTC', 0)).toBe('UTC+00:00')
  })

  it('lists UTC once, first', () => {
    const zones = listTimeZones(0).map(({ value }) => value)
    expect(zones[0]).toBe('UTC')
    expect(new Set(zones).size).toBe(zones.length)
  })

  it('knows a zone from a word', () => {
    expect(isTimeZone('America/New_York')).toBe(true)
    expect(isTimeZone('Moon/Base')).toBe(false)
  })
})
