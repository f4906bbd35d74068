const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** A Vonage address, taken apart: `origin` for the connection, `path` (no slash at its end) before every path. */
export type BaseUrl = { origin: string; path: string }

/**
 * Reads the configured address of Vonage. Credentials go over plain http to this machine only.
 * @throws TypeError that says what is wrong with the address, without repeating it
 */
export function parseBaseUrl(baseUrl: string): BaseUrl {
  const url = URL.parse(baseUrl)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new TypeError('The address of Vonage must be an http or https URL.')
  }
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) {
    throw new TypeError(
      'The address of Vonage must begin with https, unless it is on this machine.',
    )
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError('The address of Vonage must have no credentials, query or fragment.')
  }
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, '') }
}
