import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealSecret, unsealSecret, VaultError } from './seal'

const key = randomBytes(32)
const context = 'row-1'
const secret = 'Sup3r-s3cret'

function codeOf(open: () => unknown): string | undefined {
  try {
    open()
  } catch (error) {
    expect(error).toBeInstanceOf(VaultError)
    expect(inspect(error)).not.toContain(secret)
    return (error as VaultError).code
  }
}

describe('sealSecret', () => {
  it('opens again to the same text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, row) => {
        expect(unsealSecret(sealSecret(plain, { key, context: row }), { key, context: row })).toBe(
          plain,
        )
      }),
    )
  })

  it('never seals twice alike', () => {
    const sealed = sealSecret(secret, { key, context })
    expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/)
    expect(sealSecret(secret, { key, context })).not.toBe(sealed)
  })
})

describe('unsealSecret', () => {
  const sealed = sealSecret(secret, { key, context })

  it('refuses another row, another key and any changed character', () => {
    expect(codeOf(() => unsealSecret(sealed, { key, context: 'row-2' }))).toBe('refused')
    expect(codeOf(() => unsealSecret(sealed, { key: randomBytes(32), context }))).toBe('refused')
    for (let at = 3; at < sealed.length; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
      expect(codeOf(() => unsealSecret(changed, { key, context }))).toMatch(/refused|malformed/)
    }
  })

  it.each([
    '',
    secret,
    sealed.replace('v1', 'v2'),
    `${sealed}.x`,
    sealed.slice(0, 30),
    `${sealed}=`,
  ])('takes %j for no sealed secret', (text) => {
    expect(codeOf(() => unsealSecret(text, { key, context }))).toBe('malformed')
  })

  it('takes a key of 32 bytes only', () => {
    const short = randomBytes(31)
    expect(codeOf(() => sealSecret(secret, { key: short, context }))).toBe('wrong-key')
    expect(codeOf(() => unsealSecret(sealed, { key: short, context }))).toBe('wrong-key')
  })
})
