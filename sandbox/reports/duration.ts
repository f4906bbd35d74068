import type { Clock } from '../clock'
import { minute, second } from '../times'
import { hashText, mix, toFraction } from '../traffic/hash'

function between(id: string, salt: number, low: number, high: number): number {
  return low + (high - low) * toFraction(mix(hashText(id), salt))
}

/** When the report of this id leaves PENDING. */
export function planStart(id: string, receivedAt: number, clock: Clock): number {
  return Math.round(receivedAt + clock.scale(between(id, 1, 1 * second, 3 * second)))
}

/** When it ends: 5-15 s after it was received, or at 5-10 minutes a million records from 100,000 on. */
export function planFinish(id: string, receivedAt: number, rows: number, clock: Clock): number {
  const duration =
    rows < 100_000
      ? between(id, 2, 5 * second, 15 * second)
      : (between(id, 3, 5 * minute, 10 * minute) * rows) / 1_000_000
  return Math.round(receivedAt + clock.scale(duration))
}
