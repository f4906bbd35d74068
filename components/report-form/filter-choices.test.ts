import { describe, expect, it } from 'vitest'
import { directionOfAll, filtersOfAll, retentionOfAll } from './chosen-products'
import { filterChoices } from './filter-choices'

describe('what several products have in common', () => {
  it('unites their filters, each once', () => {
    const names = filtersOfAll(['SMS', 'VOICE-CALL'])
    expect(names).toContain('call_id')
    expect(names.filter((name) => name === 'status')).toHaveLength(1)
  })

  it('reaches as far back as the one that reaches furthest', () => {
    expect(retentionOfAll(['VIDEO-API'])).toBe(90)
    expect(retentionOfAll(['VIDEO-API', 'SMS'])).toBeUndefined()
    expect(retentionOfAll([])).toBeUndefined()
  })

  it('asks for a direction as soon as one needs it', () => {
    expect(directionOfAll(['VERIFY-V2', 'VOICE-CALL', 'SMS'])).toBe('required')
    expect(directionOfAll(['VERIFY-V2', 'VOICE-CALL'])).toBe('optional')
    expect(directionOfAll(['VERIFY-V2'])).toBe('invalid')
  })
})

describe('filterChoices', () => {
  it('is a closed choice only where all values are known', () => {
    expect(filterChoices('status', ['SMS'])).toMatchObject({ isClosed: true, notes: [] })
    expect(filterChoices('status', ['SMS', 'VOICE-CALL'])).toMatchObject({ isClosed: false })
    const { values } = filterChoices('status', ['SMS', 'MESSAGES'])
    expect(values).toContain('buffered')
    expect(values).toContain('undeliverable')
    expect(new Set(values).size).toBe(values?.length)
  })

  it('says who has it, and where it may be refused', () => {
    expect(filterChoices('call_id', ['SMS', 'VOICE-CALL']).notes).toEqual(['Only for Voice calls.'])
    expect(filterChoices('status', ['VOICE-FAILED']).notes).toEqual([
      'Vonage’s documents disagree on this filter here, so it may be refused.',
    ])
    expect(filterChoices('status', ['SMS', 'VOICE-FAILED']).notes).toEqual([
      'Vonage’s documents disagree on this filter for Failed voice calls, so it may be refused.',
    ])
  })

  it('knows what must be sent', () => {
    expect(filterChoices('type', ['CONVERSATIONS']).isRequired).toBe(true)
  })
})
