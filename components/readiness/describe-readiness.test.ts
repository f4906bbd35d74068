import { expect, it } from 'vitest'
import { describeReadiness } from './describe-readiness'

const well = { ready: true, database: 'ok', archives: 'ok', worker: 'ok' }

it('names the part that fails, the database first', () => {
  expect(describeReadiness(well)).toBeNull()
  expect(describeReadiness({ ...well, worker: 'off' })).toBeNull()
  const worker = 'last heard of 80 s ago'
  expect(describeReadiness({ ...well, ready: false, worker })).toMatch(
    /^The worker was last heard of 80 s ago/,
  )
  expect(
    describeReadiness({
      ready: false,
      database: 'does not answer',
      archives: 'can not be written',
      worker,
    }),
  ).toMatch(/^The database does not answer/)
})
