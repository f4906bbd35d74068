import type { FaultOrder } from './faults/fault'

export type Credentials = { apiKey: string; apiSecret: string }

export type SandboxOptions = {
  /** Where the journal and the log are kept. Made when it is missing. */
  dataDir: string
  /** 0 takes a free port. */
  port?: number
  host?: string
  /** How many times faster than Vonage things take their course. */
  speed?: number
  /** The key of the primary account, 8 characters. */
  apiKey?: string
  apiSecret?: string
  /** Further accounts, each for itself and without sub-accounts. */
  accounts?: readonly Credentials[]
  /** Whatever the records come from: another seed, other records. */
  seed?: string
  /** Multiplies the traffic of every account. */
  volume?: number
  /** A report of more rows than this is cut and TRUNCATED. */
  maxRows?: number
  /** Refuse synchronous queries of more than 24 hours, as the contract of 2021 says. */
  syncDayLimit?: boolean
  requestsPerSecond?: { async: number; sync: number }
  faults?: readonly FaultOrder[]
  /** The machine's clock, for tests. */
  realNow?: () => number
}

export const defaultCredentials: Credentials = {
  apiKey: '5a4db0x1',
  apiSecret: 'NotARealSecret01',
}

export const defaultOptions = {
  port: 4010,
  host: '127.0.0.1',
  speed: 1,
  seed: 'sandbox',
  volume: 1,
  maxRows: 7_000_000,
  syncDayLimit: true,
  requestsPerSecond: { async: 5, sync: 10 },
} as const
