import type { IncomingMessage } from 'node:http'

/** The scheme and host that a request was sent to, as its links shall say; a host that is none is not repeated. */
export function readOrigin(request: IncomingMessage, fallback: string): string {
  const forwarded = request.headers['x-forwarded-proto']
  const scheme = forwarded === 'https' ? 'https' : 'http'
  const url = URL.parse(`${scheme}://${request.headers.host ?? ''}`)
  return url?.host ? url.origin : fallback
}
