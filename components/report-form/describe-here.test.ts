import { expect, it } from 'vitest'
import { describeHere } from './describe-here'

const day = 24 * 3600_000
const preview = (fields: object = {}) => ({
  askedMs: 6 * day,
  keptMs: 4 * day,
  parts: [{}],
  running: [],
  requests: { kept: 1, none: 1 },
  ...fields,
})

it('says what pressing the button does about what is here', () => {
  expect(describeHere(preview(), 'kept', false)).toBe(
    '4 of 6 days are here already: only the rest is asked for.',
  )
  expect(describeHere(preview(), 'all', false)).toBe(
    '4 of 6 days are here already, and billed again.',
  )
  const whole = preview({ keptMs: 6 * day, requests: { kept: 0, none: 1 } })
  expect(describeHere(whole, 'kept', false)).toBe('All of it is here already: nothing is billed.')
  expect(describeHere(preview({ parts: [] }), 'kept', false)).toBe('Nothing of it is here yet.')
  expect(describeHere(preview({ running: [{}] }), 'kept', false)).toMatch(/being fetched/)
})

it('claims nothing that it does not know', () => {
  expect(describeHere(null, 'kept', true)).toMatch(/^Looking/)
  expect(describeHere(null, 'kept', false)).toBe('')
})
