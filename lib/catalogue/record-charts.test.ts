import { expect, it } from 'vitest'
import { columnTypeOf } from './column-kinds'
import { columnsOf } from './columns'
import { getProduct, productCodes } from './products'
import { planCharts } from './record-charts'
import { usualColumns } from './usual-columns'

const columns = (names: readonly string[], masked: readonly string[] = []) =>
  names.map((name) => ({
    key: name,
    name,
    type: columnTypeOf(name),
    isMasked: masked.includes(name),
  }))

it('plans the charts of messages', () => {
  expect(planCharts('SMS', columns(columnsOf('SMS', 'outbound'), ['from', 'to']))).toEqual({
    time: 'date_received',
    status: 'status',
    success: { word: 'Delivered', values: ['delivered'] },
    price: 'total_price',
    groups: [
      { title: 'status', column: 'status' },
      { title: 'country', column: 'country_name' },
      { title: 'network', column: 'network_name' },
      { title: 'account', column: 'account_id' },
      { title: 'error code', column: 'error_code' },
    ],
    measures: [{ title: 'Latency', unit: 'ms', column: 'latency' }],
  })
})

it.each(productCodes)('%s has a time, something to count by and usual columns', (code) => {
  const names = columnsOf(code, 'outbound')
  const plan = planCharts(code, columns(names))
  expect(plan.time).toBe(getProduct(code).dateColumn)
  expect(plan.groups.length).toBeGreaterThan(0)
  const usual = usualColumns(code, names)
  expect(usual[0]).toBe(getProduct(code).dateColumn)
  expect(usual.filter((name) => !names.includes(name))).toEqual([])
  expect(new Set(usual).size).toBe(usual.length)
  expect(usual.length).toBeGreaterThan(3)
})

it('shows what is there of a file that the catalogue does not know', () => {
  expect(usualColumns('SMS', ['a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
  expect(planCharts('SMS', columns(['a', 'b']))).toMatchObject({
    time: null,
    price: null,
    groups: [],
  })
})
