import { describe, expect, it } from 'vitest'
import { isTimeZone } from '@/lib/schemas/time-zone'
import { findExactOption, matchOptions } from './match-options'
import { listRangePresets } from './range-presets'
import { formatOffset, listTimeZones } from './time-zone'

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
  it('covers whole months, both ends included', () => {
    const presets = new Map(listRangePresets('2026-03-31').map((preset) => [preset.label, preset]))
    expect(presets.get('Last month')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' })
    expect(presets.get('Last 3 months')).toMatchObject({ from: '2025-12-01', to: '2026-02-28' })
    expect(presets.get('Last 7 days')).toMatchObject({ from: '2026-03-24', to: '2026-03-30' })
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
