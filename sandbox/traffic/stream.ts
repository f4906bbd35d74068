import type { Direction, ProductCode } from '@/lib/catalogue/products'
import { getProduct } from '@/lib/catalogue/products'
import { hashText } from './hash'

/** All records of one account, product and direction. */
export type Stream = {
  account: string
  product: ProductCode
  direction: Direction | null
  /** `SMS outbound`, `VOICE-TTS`. */
  name: string
  key: number
  /** 1 is a busy account. */
  size: number
  /** The first hour (since 1970) without records, for an account that was suspended. */
  endsAtHour: number | null
}

export type TrafficAccount = { apiKey: string; size: number; suspendedAtHour: number | null }

export type Traffic = { seed: string; volume: number }

/** The streams that answer a question: both directions where the product has one and none was asked for. */
export function listStreams(
  traffic: Traffic,
  accounts: readonly TrafficAccount[],
  product: ProductCode,
  direction: Direction | null,
): Stream[] {
  const directions: (Direction | null)[] =
    getProduct(product).direction === 'invalid'
      ? [null]
      : direction
        ? [direction]
        : ['inbound', 'outbound']
  return accounts.flatMap((account) =>
    directions.map((each) => ({
      account: account.apiKey,
      product,
      direction: each,
      name: each ? `${product} ${each}` : product,
      key: hashText(`${traffic.seed}|${account.apiKey}|${product}|${each ?? ''}`),
      size: account.size * traffic.volume,
      endsAtHour: account.suspendedAtHour,
    })),
  )
}
