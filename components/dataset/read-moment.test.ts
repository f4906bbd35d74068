import { expect, it } from 'vitest'
import { readMoment } from './read-moment'

it.each([
  ['2026-06-01', 'from', '2026-05-31T22:00:00Z'],
  ['2026-06-01', 'to', '2026-06-01T22:00:00Z'],
  ['2026-06-01 13:30', 'from', '2026-06-01T11:30:00Z'],
  ['2026-06-01 13:30:05', 'to', '2026-06-01T11:30:05Z'],
] as const)('%s as %s', (text, side, at) => {
  expect(readMoment(text, side, 'Europe/Madrid')).toEqual({ ok: true, at })
})

it('says what is no time', () => {
  expect(readMoment('soon', 'from', 'UTC')).toMatchObject({ ok: false })
  expect(readMoment('2026-03-29 02:30', 'from', 'Europe/Madrid')).toMatchObject({ ok: false })
})
