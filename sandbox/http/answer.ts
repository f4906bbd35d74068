/** What an operation answers, before it goes over the wire. */
export type Answer = {
  status: number
  headers?: Record<string, string>
  /** Sent as JSON; `type` is the content type, application/json by default. */
  json?: unknown
  type?: string
  /** Sent as it comes, chunked. */
  stream?: () => AsyncIterable<Uint8Array>
  /** The operation changed or read what it was asked to. */
  workDone?: boolean
  requestId?: string
}

export function answerJson(json: unknown, requestId?: string): Answer {
  return { status: 200, json, workDone: true, requestId }
}
