import { randomBytes } from 'node:crypto'

/**
 * Version 7 UUIDs (RFC 9562) that sort in the order of the list, after those that were made before.
 * @param count at most 4,096, so that a counter of 12 bits tells them apart within their millisecond
 */
export function makeIds(count: number): string[] {
  const time = Date.now().toString(16).padStart(12, '0')
  return Array.from({ length: count }, (_, index) => {
    const random = randomBytes(8)
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
    const tail = random.toString('hex')
    const counter = index.toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
  })
}
