import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRecordId, encodeRecordId } from './record-id'

const keys = fc.integer({ min: 0, max: 0xffffffff })
const hours = fc.integer({ min: 0, max: 2_000_000 })
const numbers = fc.integer({ min: 0, max: 0x0fffffff })

test('finds hour and number in every id', () => {
  fc.assert(
    fc.property(keys, hours, numbers, (key, hour, index) => {
      const id = encodeRecordId(key, hour, index)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(decodeRecordId(key, id)).toEqual({ hour, index })
      expect(decodeRecordId(key ^ 1, id)).toBeNull()
    }),
  )
})

test.each(['', 'abc', 'AAAAAAAA-BBBB-4CCC-8DDD-0123456789AB', '=1+1'])('knows no %s', (id) => {
  expect(decodeRecordId(7, id)).toBeNull()
})
