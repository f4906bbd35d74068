import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCallbackToken, verifyCallbackToken } from './callback-token'

const key = randomBytes(32)
const rowId = '0198c0de-7e57-7000-8000-0123456789ab'
const token = createCallbackToken(rowId, key)

describe('callback token', () => {
  it('leads back to its row, and fits a path', () => {
    expect(verifyCallbackToken(token, key)).toBe(rowId)
    expect(encodeURIComponent(token)).toBe(token)
  })

  it('is the same on every machine with this key, and another with another key', () => {
    expect(createCallbackToken(rowId, Buffer.from(key))).toBe(token)
    expect(verifyCallbackToken(token, randomBytes(32))).toBeNull()
  })

  it('is good for its own row only', () => {
    const signature = token.split('.')[1]
    expect(verifyCallbackToken(`other-row.${signature}`, key)).toBeNull()
  })

  it.each([
    '',
    '.',
    rowId,
    `${rowId}.`,
    `${token}x`,
    `${token}=`,
    ` ${token}`,
    `${token}\n`,
    token.replace('.', '..'),
    `../../x.${token.split('.')[1]}`,
    `${rowId}.${'é'.repeat(43)}`,
    `${'a'.repeat(1_000_000)}.${'b'.repeat(1_000_000)}`,
  ])('refuses what is none (case %#)', (hostile) => {
    expect(verifyCallbackToken(hostile, key)).toBeNull()
  })

  it('refuses any text and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verifyCallbackToken(text, key)).toBeNull()
        expect(verifyCallbackToken(`${rowId}.${text}`, key)).toBeNull()
      }),
    )
  })
})
