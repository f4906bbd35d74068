import type { VonageErrorKind } from './vonage-error'

/** The rate limit that a call counts against: 5 requests a second for `async`, 10 for `sync` (per API key). */
export type Lane = 'async' | 'sync'

/** All in milliseconds. */
export type VonageTimeouts = {
  connect: number
  /** From the request to the answer's headers. */
  headers: number
  /** The longest silence within a body. */
  bodyIdle: number
  /** All of a call whose answer is JSON; of a file, all until its first byte. */
  total: number
}

export type VonageClientOptions = {
  /** `https://api.nexmo.com`, or another that speaks the same. Plain http to this machine only. */
  baseUrl: string
  apiKey: string
  apiSecret: string
  /** The rate limiter, asked before every call. What it throws is passed on as it is; then no call was made. */
  acquire: (lane: Lane, signal?: AbortSignal) => Promise<void>
  userAgent?: string
  /** Told of each call that was made, and how it went: `ok`, or the kind of its VonageError. */
  onCall?: (call: { method: string; path: string; answer: 'ok' | VonageErrorKind }) => void
  timeouts?: Partial<VonageTimeouts>
}
