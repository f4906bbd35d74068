import { describe, expect, it } from 'vitest'
import { noteRequest } from './request-note'

const now = Date.parse('2026-11-24T10:00:00Z')
const request = (over: object) => ({
  state: 'running' as const,
  cancelRequested: false,
  problem: null,
  estimate: null,
  account: { id: 'a', label: 'Main', environment: 'live' as const, refused: false },
  submittedAt: '2026-11-24T09:59:48Z',
  requestStatus: null,
  ...over,
})

describe('noteRequest', () => {
  it('says why before anything else', () => {
    const problem = { title: '“country” is not valid', meaning: '', nextStep: '' }
    expect(noteRequest(request({ state: 'rejected', problem }), now)).toBe('“country” is not valid')
  })

  it('estimates in rough words and admits when it was wrong', () => {
    const until = (readyAt: string) => request({ estimate: { readyAt, basis: '' } })
    expect(noteRequest(until('2026-11-24T10:04:20Z'), now)).toBe('about 4 min left')
    expect(noteRequest(until('2026-11-24T10:00:08Z'), now)).toBe('about 8 s left')
    expect(noteRequest(until('2026-11-24T09:59:59Z'), now)).toBe('takes longer than estimated')
    expect(noteRequest(request({}), now)).toBe('for 12 s')
  })

  it('tells what a request waits for', () => {
    const refused = { id: 'a', label: 'Main', environment: 'live', refused: true }
    expect(noteRequest(request({ account: refused }), now)).toContain('Vonage refuses the account')
    expect(noteRequest(request({ cancelRequested: true }), now)).toBe('being cancelled')
    expect(noteRequest(request({ state: 'ready' }), now)).toBeNull()
    expect(noteRequest(request({ state: 'ready', requestStatus: 'TRUNCATED' }), now)).toBe(
      'rows are missing',
    )
  })
})
