import type { Account } from '../accounts/directory'

/** A request as its operation sees it: signed in, read, and within its rate. */
export type Call = {
  account: Account
  /** The report, file or account that the path names. */
  id: string
  query: URLSearchParams
  body: Buffer
  /** The scheme and host that the sandbox was called by. */
  origin: string
}
