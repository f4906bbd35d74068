import { expect, it } from 'vitest'
import type { StartLookupInput } from '@/lib/schemas/record-lookup'
import { planLookup, splitHours } from './plan-lookup'

const now = new Date('2026-11-24T12:00:00Z')
const form = (fields: Partial<StartLookupInput> = {}): StartLookupInput => ({
  formId: '00000000-0000-4000-8000-000000000000',
  accountId: '00000000-0000-4000-8000-000000000000',
  targetAccountId: 'abcd1234',
  product: 'SMS',
  direction: 'outbound',
  by: 'ids',
  ids: '',
  from: '',
  to: '',
  timeZone: 'UTC',
  filters: {},
  splitDays: false,
  inSteps: true,
  passBudget: false,
  ...fields,
})
const ids = (count: number) => Array.from({ length: count }, (_, index) => `id${index}`).join(' ')
const byDates = (fields: Partial<StartLookupInput> = {}) =>
  planLookup(form({ by: 'dates', from: '2026-11-20', to: '2026-11-20', ...fields }), now)

it('makes a call for each 20 ids, with nothing that Vonage refuses beside ids', () => {
  const plan = planLookup(
    form({ ids: ids(41), filters: { status: 'failed', include_message: true } }),
    now,
  )
  expect(plan.steps.map((step) => ('ids' in step ? step.ids.length : 0))).toEqual([20, 20, 1])
  expect(plan.filters).toEqual({ include_message: true })
  expect(plan.fieldErrors).toEqual({})
})

it.each([
  ['', /at least one/],
  ['ok Ümlaut', /“Ümlaut” can be no id/],
  ['Ä Ö Ü', /“Ä” and 2 more/],
  [ids(1001), /1,001 ids; at most 1,000/],
  [ids(10_000), /10,000 ids.*report/],
])('refuses the ids %.20j', (text, message) => {
  const plan = planLookup(form({ ids: text }), now)
  expect(plan.fieldErrors.ids).toMatch(message)
  expect(plan.steps).toEqual([])
})

it('asks for more than one call only when the person knows', () => {
  const fields = { ids: ids(21), inSteps: false }
  expect(planLookup(form(fields), now).fieldErrors.inSteps).toMatch(/2 calls/)
  expect(planLookup(form({ ...fields, ids: ids(20) }), now).fieldErrors).toEqual({})
})

it('asks for a range at once, or in steps of 24 hours', () => {
  expect(byDates()).toMatchObject({
    steps: [{ dateStart: '2026-11-20T00:00:00Z', dateEnd: '2026-11-21T00:00:00Z' }],
    isLong: false,
  })
  expect(byDates({ to: '2026-11-22' })).toMatchObject({ steps: [{}], isLong: true })
  expect(byDates({ to: '2026-11-22', splitDays: true }).steps).toHaveLength(3)
})

it('cuts a day of 25 hours, and leaves no gap', () => {
  const range = { dateStart: '2026-10-24T22:00:00Z', dateEnd: '2026-10-25T23:00:00Z' }
  expect(splitHours(range)).toEqual([
    { dateStart: '2026-10-24T22:00:00.000Z', dateEnd: '2026-10-25T22:00:00.000Z' },
    { dateStart: '2026-10-25T22:00:00.000Z', dateEnd: '2026-10-25T23:00:00.000Z' },
  ])
})

it('sends the filters of the product, and says what is wrong with them', () => {
  expect(byDates({ filters: { status: 'failed', call_id: 'x', to: ' ' } }).filters).toEqual({
    status: 'failed',
  })
  expect(byDates({ filters: { status: 'nonsense' } }).fieldErrors['filters.status']).toBeTruthy()
})

it('wants a direction where Vonage does, and a range that there are records of', () => {
  expect(byDates({ direction: null }).fieldErrors.direction).toMatch(/one direction/)
  expect(byDates({ product: 'VOICE-CALL', direction: null }).fieldErrors).toEqual({})
  expect(byDates({ from: '2020-01-01' }).fieldErrors.from).toMatch(/13 months/)
  expect(byDates({ to: 'soon' }).fieldErrors.to).toBeTruthy()
  expect(byDates({ from: '2025-10-24', to: '2026-11-23', splitDays: true }).fieldErrors).toEqual({})
})
