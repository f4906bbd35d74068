import { expect, it } from 'vitest'
import type { RecordPage } from '@/lib/schemas/records'
import { toRecordRows } from './record-rows'

const page: RecordPage = {
  columns: ['to', 'status'],
  rows: [{ number: 7, cells: ['4477', null] }],
  total: 1,
}

it('gives the same rows for the same page', () => {
  const [row] = toRecordRows(page)
  expect(row?.number).toBe(7)
  expect([...(row?.cells ?? [])]).toEqual([
    ['to', '4477'],
    ['status', null],
  ])
  expect(toRecordRows(page)[0]).toBe(row)
  expect(toRecordRows({ ...page })[0]).not.toBe(row)
})
