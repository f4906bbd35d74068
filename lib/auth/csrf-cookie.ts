import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** next-auth's double-submit cookie: `token|sha256(token + secret)`. Made here, since its own endpoint comes too late for the first render. */
export function makeCsrfCookie(secret: string): string {
  const token = randomBytes(32).toString('hex')
  return `${token}|${digest(token, secret)}`
}

/** The token of a cookie that this server made; null for any other. */
export function readCsrfToken(cookie: string | undefined, secret: string): string | null {
  const [token, seal] = (cookie ?? '').split('|')
  if (!token || !seal) return null
  const given = Buffer.from(seal)
  const right = Buffer.from(digest(token, secret))
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

function digest(token: string, secret: string): string {
  return createHash('sha256').update(`${token}${secret}`).digest('hex')
}
