import { createHash, randomBytes } from 'node:crypto'

/** The secret part of a one-time link: 32 random bytes, safe in a path. */
export function makeLinkToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token. It has too many bits to be guessed from its hash, so no salt is needed. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
