import { expect, test } from 'vitest'
import { columnsOf } from '@/lib/catalogue/columns'
import { type Direction, getProduct, productCodes } from '@/lib/catalogue/products'
import { hour } from '../times'
import { makeRow } from './make-row'
import { listStreams } from './stream'
import { countRowsInHour } from './volume'
import { countPlaces, type Window, walkPlaces } from './walk'

const traffic = { seed: 'test', volume: 1 }
const account = { apiKey: 'aaaa1111', size: 1, suspendedAtHour: null }
const other = { apiKey: 'bbbb2222', size: 0.4, suspendedAtHour: null }
const noon = Date.UTC(2026, 9, 14, 12)

const streams = listStreams(traffic, [account, other], 'SMS', 'outbound')
const rowsOf = (window: Window) => [...walkPlaces(streams, window)].map(makeRow)

test('counts what it walks, also in parts of hours', () => {
  for (const [start, end] of [
    [noon, noon + 24 * hour],
    [noon + 123_456, noon + 5 * hour + 1_234_567],
    [noon + 600_000, noon + 700_000],
    [noon, noon],
    [noon + hour, noon],
  ] as const) {
    expect(countPlaces(streams, { start, end })).toBe(rowsOf({ start, end }).length)
  }
})

test('gives overlapping ranges the same records, in the order of time', () => {
  const whole = rowsOf({ start: noon, end: noon + 6 * hour })
  const cut = Date.parse(whole[400]?.date_received as string)
  const first = rowsOf({ start: noon, end: cut })
  const second = rowsOf({ start: cut, end: noon + 6 * hour })
  expect(whole.length).toBeGreaterThan(500)
  expect([...first, ...second]).toEqual(whole)
  const times = whole.map((row) => row.date_received as string)
  expect(times).toEqual([...times].sort())
  expect(new Set(whole.map((row) => row.message_id)).size).toBe(whole.length)
})

test('has busy days and quiet nights', () => {
  const [stream] = streams
  if (!stream) throw new Error('no stream')
  const at = (time: number) => countRowsInHour(stream, Math.floor(time / hour))
  expect(at(Date.UTC(2026, 9, 14, 10))).toBeGreaterThan(3 * at(Date.UTC(2026, 9, 14, 3)))
  const month = countPlaces([stream], { start: Date.UTC(2026, 8, 1), end: Date.UTC(2026, 9, 1) })
  expect(month).toBeGreaterThan(60_000)
  expect(month).toBeLessThan(100_000)
})

test('ends with the suspension of an account', () => {
  const suspended = { ...account, suspendedAtHour: Math.floor(noon / hour) }
  const [stream] = listStreams(traffic, [suspended], 'SMS', 'inbound')
  if (!stream) throw new Error('no stream')
  expect(countPlaces([stream], { start: noon - 24 * hour, end: noon })).toBeGreaterThan(100)
  expect(countPlaces([stream], { start: noon, end: noon + 24 * hour })).toBe(0)
})

const cases = productCodes
  .filter((code) => code !== 'REPORTS-USAGE')
  .flatMap((code): [string, (typeof productCodes)[number], Direction | null][] =>
    getProduct(code).direction === 'invalid'
      ? [[code, code, null]]
      : [
          [`${code} inbound`, code, 'inbound'],
          [`${code} outbound`, code, 'outbound'],
        ],
  )

test.each(cases)('makes believable %s', (_, code, direction) => {
  const product = getProduct(code)
  const window = { start: noon, end: noon + 24 * hour }
  const rows = [...walkPlaces(listStreams(traffic, [account], code, direction), window)].map(
    makeRow,
  )
  expect(rows.length).toBeGreaterThan(5)
  const filled = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name])))
  for (const name of [product.dateColumn, product.idColumn, 'account_id', 'id']) {
    expect(rows.every((row) => row[name])).toBe(true)
  }
  for (const row of rows) {
    const time = Date.parse(row[product.dateColumn] as string)
    expect(time).toBeGreaterThanOrEqual(window.start)
    expect(time).toBeLessThan(window.end)
    if (direction) expect(row.direction).toBe(direction)
    const known = product.values?.status
    if (row.status && known && code !== 'SMS') expect(known).toContain(row.status)
  }
  const missing = columnsOf(code, direction).filter((column) => !filled.has(column))
  expect(missing.length).toBeLessThan(columnsOf(code, direction).length / 2)
})

test('carries texts that break careless readers', () => {
  const texts = rowsOf({ start: noon, end: noon + 72 * hour }).map((row) => row.message_body ?? '')
  for (const kind of [/^=HYPERLINK/, /""/, /\r\n/, /\p{Extended_Pictographic}/u, /^Dear.*\n/]) {
    expect(texts.some((text) => kind.test(text))).toBe(true)
  }
})
