import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTail } from './stream-tail'

test('keeps the last bytes of what passed, however it was cut', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 8 }),
      (capacity, chunks) => {
        const tail = createTail(capacity)
        for (const chunk of chunks) tail.push(Buffer.from(chunk))
        expect([...tail.read()]).toEqual([...Buffer.concat(chunks).subarray(-capacity)])
      },
    ),
  )
})
