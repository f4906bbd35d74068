const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export type Provenance = {
  method: string
  pathname: string
  origin: string | null
  secFetchSite: string | null
  /** What people open: `APP_URL`'s origin, or undefined when it isn't set. */
  appOrigin: string | undefined
  /** The host that the request names. */
  host: string | null
}

/**
 * Why a request that changes something is refused: it must come from a page of ours. Vonage's
 * callback is the exception; it carries a token of its own. Null when the request may pass.
 */
export function refuseCrossSite(request: Provenance): string | null {
  if (!changing.has(request.method) || request.pathname.startsWith('/api/callbacks/')) return null
  if (request.origin === null) {
    if (request.secFetchSite === 'same-origin') return null
    return 'This request does not say which page it comes from, so it is refused.'
  }
  const origin = URL.parse(request.origin)
  const { appOrigin, host } = request
  if (origin && (appOrigin ? origin.origin === appOrigin : origin.host === host)) return null
  return appOrigin
    ? `This request comes from another address than the dashboard's, so it is refused. Open ${appOrigin} and try again.`
    : 'This request comes from another site, so it is refused.'
}
