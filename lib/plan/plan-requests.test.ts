import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import { directions, filtersOf, getProduct, productCodes } from '@/lib/catalogue/products'
import { resolveRange } from '@/lib/schemas/dates'
import { splits } from '@/lib/schemas/form-rules'
import type { PlanForm } from './plan-form'
import { planRequests } from './plan-requests'
import type { PlanAccount } from './planned-request'

const now = new Date('2026-11-24T10:12:04Z')
const account = (over: Partial<PlanAccount> = {}): PlanAccount => ({
  id: 'a1',
  label: 'Main',
  environment: 'live',
  apiKey: '12aa3456',
  refusedAt: null,
  ...over,
})
const form = (over: Partial<PlanForm> = {}): PlanForm => ({
  accounts: [{ accountId: 'a1', targets: ['12aa3456'] }],
  products: ['SMS'],
  directions: ['outbound'],
  from: '2026-11-01',
  to: '2026-11-03',
  timeZone: 'UTC',
  split: 'none',
  includeSubaccounts: false,
  filters: {},
  ...over,
})
const plan = (over: Partial<PlanForm> = {}, accounts = [account()]) =>
  planRequests(form(over), { accounts, now })

describe('planRequests', () => {
  it('makes one request of the simplest form', () => {
    expect(plan()).toEqual({
      fieldErrors: {},
      requests: [
        {
          key: '0',
          accountId: 'a1',
          accountLabel: 'Main',
          targetAccountId: '12aa3456',
          product: 'SMS',
          direction: 'outbound',
          dateStart: '2026-11-01T00:00:00Z',
          dateEnd: '2026-11-04T00:00:00Z',
          includeSubaccounts: false,
          filters: {},
          omitted: [],
          problem: null,
        },
      ],
    })
  })

  it('takes directions as each product wants them', () => {
    const made = plan({
      products: ['SMS', 'VOICE-CALL', 'VERIFY-V2'],
      directions: ['outbound', 'inbound'],
    })
    expect(made.requests.map(({ product, direction }) => [product, direction])).toEqual([
      ['SMS', 'outbound'],
      ['SMS', 'inbound'],
      ['VOICE-CALL', null],
      ['VERIFY-V2', null],
    ])
    const one = plan({ products: ['VOICE-CALL', 'VERIFY-V2'], directions: ['inbound'] })
    expect(one.requests.map(({ direction }) => direction)).toEqual(['inbound', null])
  })

  it('leaves out a filter that a product doesn’t have, and says so', () => {
    const { requests } = plan({
      products: ['SMS', 'VERIFY-V2'],
      filters: { from: '447700900000', country: 'GB', include_message: true },
    })
    expect(requests.map(({ filters: sent, omitted }) => ({ sent, omitted }))).toEqual([
      { sent: { from: '447700900000', country: 'GB', include_message: true }, omitted: [] },
      { sent: { country: 'GB' }, omitted: ['from'] },
    ])
  })

  it('makes a request for each value of a list, and none twice', () => {
    const { requests } = plan(
      {
        accounts: [
          { accountId: 'a1', targets: ['12aa3456', 'bbbbbbbb'] },
          { accountId: 'a2', targets: ['bbbbbbbb'] },
        ],
        filters: { to: ['1', ' 2 ', '2', ''], status: ['failed', 'delivered'] },
      },
      [account(), account({ id: 'a2' })],
    )
    expect(requests).toHaveLength(2 * 2 * 2)
    expect(requests.every(({ accountId }) => accountId === 'a1')).toBe(true)
    expect(new Set(requests.map(({ key }) => key)).size).toBe(8)
  })

  it('keeps the same id of the sandbox and of Vonage apart', () => {
    const accounts = [account(), account({ id: 'a2', environment: 'sandbox' })]
    const both = accounts.map(({ id }) => ({ accountId: id, targets: ['12aa3456'] }))
    expect(plan({ accounts: both }, accounts).requests).toHaveLength(2)
  })

  it('sends what is valid when some is not, and says why of the rest', () => {
    const { requests, fieldErrors } = plan({
      products: ['SMS', 'MESSAGES', 'VIDEO-API'],
      filters: { status: 'read' },
      from: '2026-06-01',
      to: '2026-11-20',
      split: 'month',
    })
    expect(fieldErrors).toEqual({})
    expect(requests.filter(({ product }) => product === 'SMS')[0]?.problem).toBe(
      'SMS has no status “read”.',
    )
    expect(requests.filter(({ product }) => product === 'MESSAGES')[0]?.problem).toBeNull()
    const video = requests.filter(({ product }) => product === 'VIDEO-API')
    expect(video.map(({ problem }) => problem === null)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ])
    expect(video[0]?.problem).toBe(
      'Vonage keeps records of Video for 90 days. The earliest day is 2026-08-26.',
    )
  })

  it('says at the field what is wrong with all of them', () => {
    expect(plan({ from: '2025-01-01' }).fieldErrors.from).toContain('13 months')
    expect(plan({ products: ['VIDEO-API'], from: '2026-07-01' }).fieldErrors.from).toContain('90')
    expect(plan({ to: 'x' }).fieldErrors.to).toBeDefined()
    expect(plan({}, [account({ refusedAt: now.toISOString() })]).fieldErrors.accounts).toContain(
      'refuses',
    )
    expect(plan({}, []).fieldErrors.accounts).toContain('not there')
    expect(plan({ directions: [] }).fieldErrors.directions).toContain('one direction')
    expect(plan({ filters: { status: 'read' } }).fieldErrors['filters.status']).toContain('“read”')
  })

  it('goes on with the other accounts when one is refused', () => {
    const accounts = [account(), account({ id: 'a2', apiKey: 'cccccccc', refusedAt: 'x' })]
    const made = plan(
      {
        accounts: [
          { accountId: 'a1', targets: ['12aa3456'] },
          { accountId: 'a2', targets: ['cccccccc'] },
        ],
      },
      accounts,
    )
    expect(made.fieldErrors).toEqual({})
    expect(made.requests.map(({ problem }) => problem === null)).toEqual([true, false])
  })

  it('does not pay for a sub-account twice when its account includes it', () => {
    const { requests } = plan({
      accounts: [{ accountId: 'a1', targets: ['12aa3456', 'bbbbbbbb'] }],
      includeSubaccounts: true,
    })
    expect(requests.map(({ problem }) => problem === null)).toEqual([true, false])
  })

  it('refuses more than a report can have, where most of it comes from, without counting it out', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `${10_000_000 + i}`)
    const days = { from: '2025-11-01', to: '2026-11-01', split: 'day' } as const
    const sixProducts = productCodes.filter((code) => !getProduct(code).retentionDays).slice(0, 6)
    const ofDays = plan({ ...days, products: sixProducts })
    expect(ofDays.requests).toEqual([])
    expect(ofDays.fieldErrors.split).toMatch(/requests; a report can have 2,000/)
    const accounts = [{ accountId: 'a1', targets: many(1500) }]
    expect(plan({ accounts, products: ['SMS', 'MESSAGES'] }).fieldErrors.accounts).toBeDefined()
    const lists = { to: many(2000), from: many(2000), country: many(2000) }
    expect(plan({ filters: lists }).fieldErrors['filters.to']).toContain('8,000,000,000')
    expect(plan({ accounts: [{ accountId: 'a1', targets: many(2000) }] }).requests).toHaveLength(
      2000,
    )
  })
})

const zones = [
  'UTC',
  'Europe/Madrid',
  'America/New_York',
  'Asia/Kolkata',
  'Africa/Cairo',
  'Pacific/Apia',
]
const anyForm = fc.record({
  products: fc.uniqueArray(fc.constantFrom(...productCodes), { minLength: 1, maxLength: 4 }),
  directions: fc.uniqueArray(fc.constantFrom(...directions)),
  startDay: fc.integer({ min: 1, max: 380 }),
  days: fc.integer({ min: 0, max: 60 }),
  timeZone: fc.constantFrom(...zones),
  split: fc.constantFrom(...splits),
  includeSubaccounts: fc.boolean(),
  filters: fc.dictionary(
    fc.constantFrom(...(Object.keys(filters) as FilterName[])),
    fc.uniqueArray(fc.constantFrom('GB', 'delivered', '447700900000'), { maxLength: 2 }),
    { maxKeys: 3 },
  ),
})

describe('planRequests, whatever is asked', () => {
  it('tiles the range without gap or overlap, once for each of the others', () => {
    fc.assert(
      fc.property(anyForm, ({ startDay, days, ...fields }) => {
        const from = Temporal.PlainDate.from('2026-11-23').subtract({ days: startDay })
        const range = { from: `${from}`, to: `${from.add({ days })}`, timeZone: fields.timeZone }
        const { requests } = plan({ ...fields, ...range } as Partial<PlanForm>)
        const whole = resolveRange({ ...range, now })
        fc.pre(requests.length > 0 && whole.ok)
        if (!whole.ok) return
        const series = Map.groupBy(requests, ({ product, direction, filters: sent }) =>
          JSON.stringify([product, direction, sent]),
        )
        for (const parts of series.values()) {
          expect(parts[0]?.dateStart).toBe(whole.dateStart)
          expect(parts.at(-1)?.dateEnd).toBe(whole.dateEnd)
          for (const [index, part] of parts.entries()) {
            expect(Date.parse(part.dateEnd)).toBeGreaterThan(Date.parse(part.dateStart))
            if (index === 0) continue
            expect(part.dateStart).toBe(parts[index - 1]?.dateEnd)
            const cut = Temporal.Instant.from(part.dateStart).toZonedDateTimeISO(fields.timeZone)
            expect(cut.equals(cut.startOfDay())).toBe(true)
            if (fields.split === 'week') expect(cut.dayOfWeek).toBe(1)
            if (fields.split === 'month') expect(cut.day).toBe(1)
          }
        }
      }),
    )
  })

  it('makes only what is valid for its product, or says why not', () => {
    fc.assert(
      fc.property(anyForm, ({ startDay, days, ...fields }) => {
        const from = Temporal.PlainDate.from('2026-11-23').subtract({ days: startDay })
        const { requests } = plan({
          ...fields,
          from: `${from}`,
          to: `${from.add({ days })}`,
        } as Partial<PlanForm>)
        for (const request of requests.filter(({ problem }) => problem === null)) {
          const product = getProduct(request.product)
          if (product.direction === 'required') expect(request.direction).not.toBeNull()
          if (product.direction === 'invalid') expect(request.direction).toBeNull()
          for (const [name, value] of Object.entries(request.filters)) {
            expect(filtersOf(request.product)).toContain(name)
            const known = product.values?.[name as FilterName]
            if (known && !product.open?.includes(name as FilterName)) expect(known).toContain(value)
          }
          for (const name of product.required ?? []) expect(request.filters[name]).toBeDefined()
          if (product.retentionDays) {
            const age = now.getTime() - Date.parse(request.dateStart)
            expect(age).toBeLessThan((product.retentionDays + 1) * 24 * 3600_000 + 3_700_000)
          }
        }
        const same = requests.map(({ key: _key, ...rest }) => JSON.stringify(rest))
        expect(new Set(same).size).toBe(same.length)
      }),
    )
  })
})
