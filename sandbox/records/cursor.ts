import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Position } from './source'

/** Where the next page begins, and as of when the records are looked at: the same for all pages. */
export type PageMark = { from: Position; asOf: number }

const keyOf = (seed: string) =>
  createHash('sha256').update(`cursor|${seed}`).digest().subarray(0, 16)

/** Packs a mark into Vonage's pair of `cursor` and `iv`. */
export function sealCursor(mark: PageMark, seed: string): { cursor: string; iv: string } {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-128-cbc', keyOf(seed), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(mark)), cipher.final()])
  return { cursor: sealed.toString('base64url'), iv: iv.toString('base64url') }
}

/** The mark of a cursor; null when it is not one of ours. */
export function openCursor(cursor: string, iv: string, seed: string): PageMark | null {
  try {
    const decipher = createDecipheriv('aes-128-cbc', keyOf(seed), Buffer.from(iv, 'base64url'))
    const opened = decipher.update(Buffer.from(cursor, 'base64url'))
    return JSON.parse(Buffer.concat([opened, decipher.final()]).toString('utf8')) as PageMark
  } catch {
    return null
  }
}
