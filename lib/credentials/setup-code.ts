import { createHash, randomInt } from 'node:crypto'

// Crockford's alphabet: no I, L, O, U, so that a code read from a terminal can't be misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A one-time code of 60 random bits: XXXX-XXXX-XXXX. */
export function makeSetupCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)])
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** What is stored of a code, however a person spells it. */
export function hashSetupCode(code: string): string {
  const canonical = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return createHash('sha256').update(canonical).digest('hex')
}
