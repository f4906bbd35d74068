import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash'

it('hashes with argon2id at the recommended cost, differently each time', async () => {
  const [one, two] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
})

it('knows the password, in either spelling of its accents', async () => {
  const stored = await hashPassword('caf\u00e9 au lait')
  expect(await verifyPassword(stored, 'cafe\u0301 au lait')).toBe(true)
  expect(await verifyPassword(stored, 'cafe au lait')).toBe(false)
})

it('is wrong without a hash, even for the decoy itself', async () => {
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
})
