/** The API key and secret of a Basic Authorization header, or null when there is none that can be read. */
export function readCredentials(
  header: string | undefined,
): { apiKey: string; apiSecret: string } | null {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? '')?.[1]
  if (!encoded) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 1 ? null : { apiKey: text.slice(0, colon), apiSecret: text.slice(colon + 1) }
}
