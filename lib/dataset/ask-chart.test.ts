import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addDecimals } from '@/lib/format/exact-decimal'
import {
  type RecordFilter,
  recordChartSchema,
  recordQuerySchema,
  recordScopeSchema,
} from '@/lib/schemas/records'
import { askChart } from './ask-chart'
import { readPage } from './read-page'
import { openSource } from './source'
import { createDatasetWorld, seesAll } from './test-dataset'

vi.setConfig({ testTimeout: 120_000 })

let world: Awaited<ReturnType<typeof createDatasetWorld>>
beforeAll(async () => {
  world = await createDatasetWorld()
})
afterAll(() => world.end())

const record = fc.record({
  status: fc.constantFrom('delivered', 'failed', '', 'REDACTED', 'Ünknown "x"'),
  country: fc.constantFrom('DE', 'GB', ''),
  currency: fc.constantFrom('EUR', 'USD', ''),
  total_price: fc.oneof(
    fc
      .tuple(fc.integer({ min: -99, max: 9999 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([a, b]) => `${a}.${b}`),
    fc.constantFrom('', 'REDACTED', '0.1', '0.2', '1e9'),
  ),
  latency: fc.oneof(fc.integer({ min: 0, max: 5000 }).map(String), fc.constantFrom('', 'n/a')),
  date_received: fc.oneof(
    fc
      .integer({ min: 0, max: 300 })
      .map((hour) => new Date(Date.UTC(2026, 9, 20, hour)).toISOString().replace('.000', '')),
    fc.constantFrom('', 'soon'),
  ),
})
type Record = typeof record extends fc.Arbitrary<infer T> ? T : never
const names = ['status', 'country', 'currency', 'total_price', 'latency', 'date_received'] as const

const filter: fc.Arbitrary<{ filter: RecordFilter; fits: (one: Record) => boolean }> = fc.oneof(
  fc.subarray(['delivered', 'failed', '', 'REDACTED'], { minLength: 1 }).map((values) => ({
    filter: { column: 'status', op: 'is' as const, values },
    fits: (one: Record) => values.includes(one.status),
  })),
  fc.subarray(['DE', ''], { minLength: 1 }).map((values) => ({
    filter: { column: 'country', op: 'is-not' as const, values },
    fits: (one: Record) => !values.includes(one.country),
  })),
  fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }))
    .map(([from, to]) => ({
      filter: { column: 'latency', op: 'between' as const, from: String(from), to: String(to) },
      fits: (one: Record) =>
        /^\d+$/.test(one.latency) && Number(one.latency) >= from && Number(one.latency) <= to,
    })),
  fc.constant({
    filter: { column: 'total_price', op: 'not-empty' as const },
    fits: (one: Record) => one.total_price !== '',
  }),
)

const isPrice = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

function sumUp(records: Record[]) {
  return [...Map.groupBy(records, ({ currency }) => currency)]
    .map(([currency, ones]) => ({
      currency,
      sum: addDecimals('0', ...ones.map((one) => one.total_price).filter(isPrice)),
      records: ones.length,
      misfits: ones.filter((one) => one.total_price !== '' && !isPrice(one.total_price)).length,
    }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

const monthOf = (text: string) =>
  text.startsWith('2026')
    ? new Date(text).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
    : null

test('totals, charts and rows equal what is counted by hand', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 60 }),
      fc.array(filter, { maxLength: 2 }),
      async (records, filters) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const csv = [
          names.join(','),
          ...records.map((one) => names.map((name) => quoted(one[name])).join(',')),
          '',
        ].join('\n')
        const source = openSource(await world.prepare(csv), seesAll)
        const asked = { engine: world.engine, source }
        const scope = recordScopeSchema.parse({ filters: filters.map((one) => one.filter) })
        const chosen = records.filter((one) => filters.every(({ fits }) => fits(one)))
        const ask = (chart: object) => askChart(asked, scope, recordChartSchema.parse(chart))

        const page = await readPage(
          asked,
          recordQuerySchema.parse({ ...scope, columns: ['status', 'total_price'] }),
        )
        expect(page.total).toBe(chosen.length)
        expect(page.rows.map(({ cells }) => cells[0])).toEqual(
          chosen.map(({ status }) => status || null),
        )

        expect(await ask({ kind: 'totals', prices: ['total_price'] })).toEqual({
          kind: 'totals',
          records: chosen.length,
          costs: { total_price: sumUp(chosen) },
        })

        const groups = await ask({ kind: 'groups', column: 'status', price: 'total_price' })
        const byStatus = Map.groupBy(chosen, ({ status }) => status)
        expect(groups).toMatchObject({ distinct: byStatus.size, otherRecords: 0 })
        if (groups.kind !== 'groups') throw new Error('Another chart came.')
        expect(new Map(groups.groups.map((one) => [one.value, one.costs]))).toEqual(
          new Map([...byStatus].map(([value, ones]) => [value, sumUp(ones)])),
        )

        const volume = await ask({
          kind: 'volume',
          column: 'date_received',
          split: 'status',
          unit: 'day',
          timeZone: 'Europe/Berlin',
        })
        if (volume.kind !== 'volume') throw new Error('Another chart came.')
        const perDay = Map.groupBy(chosen, (one) => `${monthOf(one.date_received)} ${one.status}`)
        expect(
          new Map(
            volume.points.map((point) => [
              `${point.at && monthOf(point.at)} ${point.value}`,
              point.records,
            ]),
          ),
        ).toEqual(new Map([...perDay].map(([key, ones]) => [key, ones.length])))

        const cost = await ask({
          kind: 'cost',
          column: 'date_received',
          price: 'total_price',
          unit: 'hour',
        })
        if (cost.kind !== 'cost') throw new Error('Another chart came.')
        for (const { currency, sum } of sumUp(chosen))
          expect(
            addDecimals(
              '0',
              ...cost.points
                .filter((point) => point.currency === currency)
                .map((point) => point.sum),
            ),
          ).toBe(sum)

        const latencies = chosen
          .map(({ latency }) => latency)
          .filter((one) => /^\d+$/.test(one))
          .map(Number)
          .sort((a, b) => a - b)
        const at = (share: number) =>
          String(latencies[Math.max(0, Math.ceil(latencies.length * share) - 1)])
        expect(await ask({ kind: 'percentiles', column: 'latency' })).toMatchObject({
          records: chosen.length,
          values:
            latencies.length === 0
              ? null
              : { p50: at(0.5), p90: at(0.9), p99: at(0.99), min: at(0), max: at(1) },
        })
      },
    ),
    { numRuns: 40 },
  )
})

test('the hour that comes twice in autumn is two, and a day of 25 hours one', async () => {
  const csv = `date_received\n${Array.from({ length: 25 }, (_, hour) => new Date(Date.UTC(2026, 9, 24, 22 + hour)).toISOString()).join('\n')}\n`
  const asked = { engine: world.engine, source: openSource(await world.prepare(csv), seesAll) }
  const count = async (unit: string) => {
    const chart = recordChartSchema.parse({
      kind: 'volume',
      column: 'date_received',
      unit,
      timeZone: 'Europe/Berlin',
    })
    const result = await askChart(asked, recordScopeSchema.parse({}), chart)
    return result.kind === 'volume' ? result.points.length : -1
  }
  expect([await count('hour'), await count('day')]).toEqual([25, 1])
})
