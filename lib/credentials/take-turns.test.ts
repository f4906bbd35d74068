import { expect, it } from 'vitest'
import { takeTurns } from './take-turns'

it('runs so many at a time, in order, and goes on after a failure', async () => {
  const inTurn = takeTurns(2)
  const log: string[] = []
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>())
  const works = gates.map((gate, i) =>
    inTurn(async () => {
      log.push(`start ${i}`)
      await gate.promise
      log.push(`end ${i}`)
    }),
  )
  const settled = Promise.allSettled(works)
  expect(log).toEqual(['start 0', 'start 1'])
  gates[1]?.reject(new Error('fails'))
  await expect(works[1]).rejects.toThrow('fails')
  expect(log).toEqual(['start 0', 'start 1', 'start 2'])
  for (const gate of gates) gate.resolve()
  await settled
  expect(log).toContain('end 3')
})
