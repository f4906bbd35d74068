/**
 * What became of a call to Vonage:
 * `unreachable` was surely never sent; `lost` was sent, and may have been done, but the answer did not come whole;
 * `unreadable` was answered with success in words that we don't understand; `bad-link` was not called at all,
 * because Vonage's link points where our credentials must not go. The others are Vonage's own refusals.
 */
export type VonageErrorKind =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'server'
  | 'unreachable'
  | 'lost'
  | 'unreadable'
  | 'unexpected'
  | 'bad-link'

export type InvalidParameter = { name: string; reason: string }

export type VonageErrorFields = {
  /** The HTTP status; null when there was none. */
  status: number | null
  title: string | null
  detail: string | null
  /** Vonage's trace id, which its support asks for. */
  instance: string | null
  /** The problem's type, a URI (RFC 7807). */
  type: string | null
  invalidParameters: InvalidParameter[]
  /** How long Vonage asks us to wait, in milliseconds; null when it does not say. */
  retryAfterMs: number | null
  /** False only when not a byte of the request left this machine. */
  requestSent: boolean
  /** A short technical word for the log: `ECONNREFUSED`, `UND_ERR_HEADERS_TIMEOUT`, `ABORTED`. */
  code: string | null
}

const nothingKnown: VonageErrorFields = {
  status: null,
  title: null,
  detail: null,
  instance: null,
  type: null,
  invalidParameters: [],
  retryAfterMs: null,
  requestSent: false,
  code: null,
}

/**
 * The only error that the client throws. It holds no cause: the errors of the HTTP library may carry
 * what was sent, and these go to logs.
 */
export class VonageError extends Error {
  override readonly name = 'VonageError'
  readonly kind: VonageErrorKind
  readonly status: number | null
  readonly title: string | null
  readonly detail: string | null
  readonly instance: string | null
  readonly type: string | null
  readonly invalidParameters: InvalidParameter[]
  readonly retryAfterMs: number | null
  readonly requestSent: boolean
  readonly code: string | null

  constructor(kind: VonageErrorKind, message: string, fields: Partial<VonageErrorFields> = {}) {
    super(message)
    const known = { ...nothingKnown, ...fields }
    this.kind = kind
    this.status = known.status
    this.title = known.title
    this.detail = known.detail
    this.instance = known.instance
    this.type = known.type
    this.invalidParameters = known.invalidParameters
    this.retryAfterMs = known.retryAfterMs
    this.requestSent = known.requestSent
    this.code = known.code
  }
}
