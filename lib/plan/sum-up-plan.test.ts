import { expect, test } from 'vitest'
import type { CostEstimate } from './cost-estimate'
import type { AskedRequest, PaidPart } from './paid-request'
import { sumUpPlan } from './sum-up-plan'

const day = (n: number) => new Date(Date.UTC(2026, 5, n)).toISOString()
const dayMs = 24 * 3600_000
const estimate = { requests: [{ key: 'a', free: false }], files: 3 } as CostEstimate

const part = (from: number, to: number, fields: Partial<PaidPart> = {}): PaidPart => ({
  sourceRequestId: 'a',
  reportId: 'A',
  reportTitle: 'SMS',
  dateStart: day(from),
  dateEnd: day(to),
  records: 10,
  recordsAreExact: true,
  leftOut: [],
  mayHaveChanged: false,
  fetchedAt: day(30),
  ...fields,
})

const price = (parts: PaidPart[][]) => ({
  paid: parts.map((one, index) => ({ key: String(index), parts: one, missing: [], running: [] })),
  requests: { kept: 1, none: parts.length },
  estimate: { kept: estimate, none: estimate },
  budgets: { kept: [], none: [] },
  seen: { keptMs: 5 * dayMs, runningRequestIds: [] },
})

const asked = [1, 2, 3].map((n) => ({ dateStart: day(n), dateEnd: day(n + 2) }) as AskedRequest)

test('a file that serves many requests is told of once, with all of its records', () => {
  const preview = sumUpPlan(
    asked,
    price([
      [part(1, 2), part(2, 3, { sourceRequestId: 'b', reportId: 'B' })],
      [part(2, 3, { records: 5, recordsAreExact: false, mayHaveChanged: true })],
      [part(4, 5)],
    ]),
  )
  expect(preview.parts).toEqual([
    part(1, 3, { records: 15, recordsAreExact: false, mayHaveChanged: true }),
    part(2, 3, { sourceRequestId: 'b', reportId: 'B' }),
    part(4, 5),
  ])
  expect(preview).toMatchObject({
    askedMs: 6 * dayMs,
    keptMs: 5 * dayMs,
    keptRecords: 35,
    keptRecordsAreExact: false,
    keptReports: 2,
    mayHaveChanged: true,
    moreParts: 0,
    requests: { kept: 1, none: 3 },
    estimate: { kept: { files: 3, requests: [{ free: false }] } },
  })
})

test('of very many parts the first are told of, and how many more there are', () => {
  const many = Array.from({ length: 400 }, (_, index) => [part(2 * index, 2 * index + 1)])
  const { parts, moreParts, keptRecords } = sumUpPlan(asked, price(many))
  expect(parts.length + moreParts).toBe(400)
  expect(parts.length).toBeLessThan(50)
  expect(keptRecords).toBe(4000)
})
