import { toFraction } from './hash'

/** A small, fast source of numbers that are always the same for the same seed (mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }

  fraction(): number {
    return toFraction(this.next())
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  /** Picks by weight; the weights are those of `weigh`. */
  pickWeighted<T>(table: Weighted<T>): T {
    const at = this.fraction() * table.total
    let index = 0
    while (index < table.sums.length - 1 && at >= (table.sums[index] as number)) index++
    return table.values[index] as T
  }

  /** Small values often, large ones seldom: for latencies and durations. */
  skewed(typical: number): number {
    return Math.max(1, Math.round(-Math.log(1 - this.fraction()) * typical))
  }

  hex(length: number): string {
    let text = ''
    while (text.length < length) text += this.next().toString(16).padStart(8, '0')
    return text.slice(0, length)
  }

  uuid(): string {
    const text = this.hex(32)
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`
  }
}

export type Weighted<T> = { values: readonly T[]; sums: readonly number[]; total: number }

export function weigh<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  let total = 0
  const sums = pairs.map(([, weight]) => {
    total += weight
    return total
  })
  return { values: pairs.map(([value]) => value), sums, total }
}
