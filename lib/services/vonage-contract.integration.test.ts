import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { filters } from '@/lib/catalogue/filters'
import { filtersOf, getProduct, type ProductCode, productCodes } from '@/lib/catalogue/products'
import { findRequestFaults } from '@/lib/vonage/test-contract'
import { openApi } from '@/lib/vonage/test-open-api'
import { createReport } from './create-report'
import { startLookup } from './start-lookup'
import { daysAgo, reportForm } from './test-form'
import { lookupForm } from './test-lookup'
import { createWorld, vonageReport, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(() => {
  world.calls.length = 0
})

/** Every filter of a product, with a value that it takes. */
function fillAll(product: ProductCode): Record<string, string | boolean> {
  const { values } = getProduct(product)
  return Object.fromEntries(
    filtersOf(product).map((name) => {
      const { kind, example = 'some-value' } = filters[name] as { kind: string; example?: string }
      return [name, kind === 'boolean' ? true : (values?.[name]?.[0] ?? example)]
    }),
  )
}

/** What the last request to Vonage was, and what is wrong with it by Vonage's contract. */
function lastCall() {
  const call = world.calls.at(-1)
  if (!call) throw new Error('Nothing was sent.')
  return { ...call, faults: findRequestFaults(call) }
}

it.each(productCodes)(
  'asks for a report of %s with every filter as the contract says',
  async (product) => {
    world.setJson(200, vonageReport(world.url))
    const filters = fillAll(product)
    const form = reportForm(world.accountId, {
      products: [product],
      filters,
      includeSubaccounts: true,
    })
    const { id } = await createReport(world.ana, form)
    const { id: requestId } = await world.db.reportRequest.findFirstOrThrow({
      where: { reportId: id },
    })
    await world.step(requestId)
    const { method, body, faults } = lastCall()
    expect(method).toBe('POST')
    expect(JSON.parse(body)).toMatchObject({ ...filters, product, include_subaccounts: true })
    expect(faults).toEqual([])
  },
)

it.each(productCodes)(
  'looks up records of %s as the contract says, by filters and by ids',
  async (product) => {
    world.setJson(200, { request_status: 'SUCCESS', records: [] })
    const filters = fillAll(product)
    const ask = (fields: object) =>
      startLookup(world.ana, lookupForm(world.accountId, { product, filters, ...fields }))
    await ask({ by: 'dates', from: daysAgo(2), to: daysAgo(2) })
    const byDates = new URL(lastCall().path, world.url).searchParams
    expect([...byDates.keys()]).toEqual(expect.arrayContaining(Object.keys(filters)))
    await ask({ by: 'ids' })
    expect(world.calls.flatMap(findRequestFaults)).toEqual([])
    // With ids, Vonage takes no other filter (its reference of 2026).
    const byIds = [...new URL(lastCall().path, world.url).searchParams.keys()]
    const allowed = [
      'product',
      'account_id',
      'direction',
      'id',
      'include_message',
      'show_concatenated',
    ]
    expect(byIds.filter((name) => !allowed.includes(name))).toEqual([])
  },
)

it.skipIf(!openApi)('finds what is wrong with a request', () => {
  const headers = { authorization: 'Basic YTpi', 'content-type': 'application/json' }
  const post = (body: object) =>
    findRequestFaults({ method: 'POST', path: '/v2/reports', headers, body: JSON.stringify(body) })
  const sms = { product: 'SMS', account_id: 'abcd1234', direction: 'outbound' }
  expect(post(sms)).toEqual([])
  for (const change of [
    { direction: 'sideways' },
    { date_start: '2026-06-01' },
    { include_message: 'true' },
    { call_id: 'of another product' },
    { product: 'FAX' },
    { account_id: undefined },
  ])
    expect(post({ ...sms, ...change })).not.toEqual([])
  const get = (path: string, more: object = {}) =>
    findRequestFaults({ method: 'GET', path, headers, ...more })
  expect(get('/v2/reports/some-id')).toEqual([])
  for (const [path, more] of [
    ['/v2/reports/records?product=SMS'],
    ['/v2/reports/records?product=SMS&account_id=abcd1234&colour=red'],
    ['/v2/reports/list/all'],
    ['/v2/reports/some-id', { headers: {} }],
    ['/v2/reports/some-id', { method: 'PUT' }],
  ] as const)
    expect(get(path, more)).not.toEqual([])
})
