import { expect, it } from 'vitest'
import { HeldTries } from './held-tries'

it('bounds the tries of one address and leaves others their place', () => {
  const held = new HeldTries()
  const entered = Array.from({ length: 12 }, () => held.enter('a'))
  expect(entered.filter(Boolean)).toHaveLength(10)
  expect(held.enter('b')).toBe(true)
  held.leave('a')
  expect(held.enter('a')).toBe(true)
})

it('bounds all tries together', () => {
  const held = new HeldTries()
  const entered = Array.from({ length: 1_001 }, (_, i) => held.enter(`address ${i}`))
  expect(entered.filter(Boolean)).toHaveLength(1_000)
})
