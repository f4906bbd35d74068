import { isIP } from 'node:net'

/**
 * The address a request came from. The server appends the peer of the connection to
 * `X-Forwarded-For`, so the last entry is true; each trusted proxy in front of it vouches for one
 * entry more to the left. What stands left of those, anybody can write.
 * @param hops how many proxies are trusted (`TRUST_PROXY`)
 */
export function readClientAddress(forwardedFor: string | null, hops: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  const entry = entries[Math.max(0, entries.length - 1 - hops)] ?? ''
  const address = entry.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) ? address : 'unknown'
}
