import { expect, it } from 'vitest'
import { hasEnded, reportState } from './report-state'
import { requestStates } from './states'

it('is the state of its only request', () => {
  for (const state of requestStates)
    expect(reportState({ [state]: 1 })).toMatchObject({ state, isPartial: false, words: null })
})

it('moves while one of its requests does, and counts', () => {
  expect(reportState({ ready: 31, running: 7, failed: 2 })).toEqual({
    state: 'running',
    isPartial: false,
    words: '31 of 40 ready, 2 failed',
    total: 40,
    ready: 31,
    ended: 33,
  })
  expect(reportState({ queued: 5, ready: 1 }).state).toBe('running')
  expect(reportState({ queued: 2000 })).toMatchObject({
    state: 'queued',
    words: '0 of 2,000 ready',
  })
})

it('waits for a person as long as one is unconfirmed and none moves', () => {
  const counts = { ready: 3, unconfirmed: 1 }
  expect(reportState(counts)).toMatchObject({
    state: 'unconfirmed',
    isPartial: false,
    words: '3 of 4 ready, 1 unconfirmed',
  })
  expect(hasEnded(counts)).toBe(false)
})

it('is ready in part when some files are there and the others never come', () => {
  expect(reportState({ ready: 38, failed: 2, queued: 0 })).toMatchObject({
    state: 'ready',
    isPartial: true,
    words: '38 of 40 ready, 2 failed',
  })
  expect(hasEnded({ ready: 38, failed: 2 })).toBe(true)
})

it('without a file it is the worst that befell it', () => {
  expect(reportState({ cancelled: 2, failed: 1 }).state).toBe('failed')
  expect(reportState({ cancelled: 2, rejected: 1, expired: 4 }).state).toBe('rejected')
})

it('without requests it has everything from earlier files', () => {
  expect(reportState({})).toMatchObject({ state: 'ready', isPartial: false, words: null })
})
