import { describe, expect, it } from 'vitest'
import { finalStates, requestStates } from '@/lib/schemas/states'
import { pollInterval } from './poll-interval'

const down = { failing: false, live: false }

describe('pollInterval', () => {
  it('is fast as long as one visible request has not ended', () => {
    for (const state of requestStates) {
      const ended = (finalStates as readonly string[]).includes(state)
      expect(pollInterval(['ready', state, 'failed'], down)).toBe(ended ? 15_000 : 1_500)
    }
  })

  it('slows down when nothing is shown, and never stops', () => {
    expect(pollInterval([], down)).toBe(15_000)
  })

  it('asks a failing server less often than a running report, but soon', () => {
    const failing = { failing: true, live: true }
    expect(pollInterval(['ready'], failing)).toBe(3_000)
    expect(pollInterval(['running'], failing)).toBe(3_000)
  })

  it('goes on slowly beneath a stream', () => {
    expect(pollInterval(['running'], { failing: false, live: true })).toBe(20_000)
  })
})
