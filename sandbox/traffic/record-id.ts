import { mix } from './hash'

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function toHex(word: number): string {
  return (
    (hex[word >>> 24] as string) +
    (hex[(word >>> 16) & 255] as string) +
    (hex[(word >>> 8) & 255] as string) +
    (hex[word & 255] as string)
  )
}

/**
 * The UUID of a record. It hides the record's hour and number within the hour, so that a record is found by its
 * id without a search. `key` tells streams (and kinds of ids) apart. The number must be below 2^28.
 */
export function encodeRecordId(key: number, hour: number, index: number): string {
  const c = ((mix(key, hour, index) & 0x3fffffff) | 0x80000000) >>> 0
  const d = mix(key ^ 0x5bd1e995, index, hour)
  const a = (hour ^ mix(c, d, key)) >>> 0
  const hidden = (index ^ mix(d, c, key)) & 0x0fffffff
  const b = ((hidden & 0x0ffff000) << 4) | 0x4000 | (hidden & 0xfff)
  const [bh, ch] = [toHex(b >>> 0), toHex(c)]
  return `${toHex(a)}-${bh.slice(0, 4)}-${bh.slice(4)}-${ch.slice(0, 4)}-${ch.slice(4)}${toHex(d)}`
}

/** The hour and number of the record with this id, or null when no record of this key can have it. */
export function decodeRecordId(key: number, id: string): { hour: number; index: number } | null {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)) return null
  const digits = id.replaceAll('-', '')
  const word = (at: number) => Number.parseInt(digits.slice(at, at + 8), 16)
  const [a, b, c, d] = [word(0), word(8), word(16), word(24)] as const
  const hour = (a ^ mix(c, d, key)) >>> 0
  const hidden = ((b >>> 4) & 0x0ffff000) | (b & 0xfff)
  const index = (hidden ^ mix(d, c, key)) & 0x0fffffff
  return encodeRecordId(key, hour, index) === id ? { hour, index } : null
}
