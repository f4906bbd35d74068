import { expect, it } from 'vitest'
import { z } from 'zod'
import { makeIds } from './make-ids'

it('makes as many ids as asked for, in their order', () => {
  const ids = makeIds(2000)
  expect(new Set(ids).size).toBe(2000)
  expect(ids.toSorted()).toEqual(ids)
  for (const id of ids) z.uuidv7().parse(id)
})
