import { expect, test } from 'vitest'
import { judgeBudget } from './judge-budget'

const levels = { warnAt: '8', stopAt: '10' }
const judge = (spent: string, pending: string, asked: string) =>
  judgeBudget(levels, { spent, pending, asked })

test.each([
  ['0', '0', '0', 'fine'],
  ['5', '2', '1', 'fine'],
  ['5', '2', '1.0000001', 'warn'],
  ['5', '3', '0', 'warn'],
  ['5', '3', '2', 'warn'],
  ['5', '3', '2.0000000000000000000001', 'stop'],
  ['10', '0', '0', 'stop'],
  ['9.99', '0.01', '0', 'stop'],
])('spent %s, pending %s, asked %s: %s', (spent, pending, asked, verdict) => {
  expect(judge(spent, pending, asked).verdict).toBe(verdict)
})

test('the total is exact', () => {
  expect(judge('0.1', '0.2', '0.0000000000000000000001').total).toBe('0.3000000000000000000001')
})

test('a stop at nothing lets nothing through, also what has no price', () => {
  const none = { spent: '0', pending: '0', asked: '0' }
  expect(judgeBudget({ warnAt: null, stopAt: '0' }, none).verdict).toBe('stop')
  expect(judgeBudget({ warnAt: null, stopAt: null }, none).verdict).toBe('fine')
})
