import { describe, expect, it } from 'vitest'
import { finalStates, requestStates } from '@/lib/schemas/states'
import { pollInterval } from './poll-interval'

describe('pollInterval', () => {
  it('is fast as long as one visible request has not ended', () => {
    for (const state of requestStates) {
      const ended = (finalStates as readonly string[]).includes(state)
      expect(pollInterval(['ready', state, 'failed'], false)).toBe(ended ? 15_000 : 1_500)
    }
  })

  it('slows down when nothing is shown, and never stops', () => {
    expect(pollInterval([], false)).toBe(15_000)
  })

  it('asks a failing server less often than a running report, but soon', () => {
    expect(pollInterval(['ready'], true)).toBe(3_000)
    expect(pollInterval(['running'], true)).toBe(3_000)
  })
})
