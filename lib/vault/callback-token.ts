import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const purpose = 'callback-token:v1'
const shape = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/

/**
 * The token in the callback URL of one report request: `<rowId>.<HMAC-SHA-256>`, safe in a path. Vonage
 * signs no callback; this token is all that tells one from a forgery.
 * @param key the vault key, from which the token's own key is derived
 */
export function createCallbackToken(rowId: string, key: Buffer): string {
  return `${rowId}.${sign(rowId, key)}`
}

/** The row that a token was made for; null for anything else, however long or odd. */
export function verifyCallbackToken(token: string, key: Buffer): string | null {
  const [, rowId, signature] = shape.exec(token) ?? []
  if (!rowId || !signature) return null
  const genuine = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(rowId, key)))
  return genuine ? rowId : null
}

function sign(rowId: string, key: Buffer): string {
  const own = Buffer.from(hkdfSync('sha256', key, '', purpose, 32))
  return createHmac('sha256', own).update(rowId).digest('base64url')
}
