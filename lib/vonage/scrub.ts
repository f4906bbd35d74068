const maxDepth = 16

/** A copy of what Vonage said, in which no secret is left and which any log or database takes. */
export type Scrub = {
  text: (text: string, maxLength?: number) => string
  value: (value: unknown) => unknown
}

/**
 * Makes the function that takes our credentials out of a server's words: some proxies repeat
 * the request, headers included, in their error page. NUL and half surrogates go too (jsonb refuses
 * both), and so does what is nested deeper than any report.
 */
export function createScrub(apiKey: string, apiSecret: string): Scrub {
  const token = encodeBasic(apiKey, apiSecret)
  const escaped = JSON.stringify(apiSecret).slice(1, -1)
  const secrets = [token, apiSecret, encodeURIComponent(apiSecret.toWellFormed()), escaped]
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)

  function text(said: string, maxLength = said.length): string {
    const clean = said.replaceAll('\0', '').toWellFormed()
    return secrets
      .reduce((rest, secret) => rest.replaceAll(secret, '•••'), clean)
      .slice(0, maxLength)
  }

  function value(said: unknown, depth = 0): unknown {
    if (typeof said === 'string') return text(said)
    if (typeof said !== 'object' || said === null) return said
    if (depth >= maxDepth) return null
    if (Array.isArray(said)) return said.map((item) => value(item, depth + 1))
    return Object.fromEntries(
      Object.entries(said).map(([key, item]) => [text(key), value(item, depth + 1)]),
    )
  }

  return { text, value: (said) => value(said) }
}

/** The credentials of HTTP Basic authentication, without the scheme. */
export function encodeBasic(apiKey: string, apiSecret: string): string {
  return Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')
}
