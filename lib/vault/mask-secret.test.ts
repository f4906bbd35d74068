import { expect, it } from 'vitest'
import { maskSecret } from './mask-secret'

it.each([
  ['', '••••'],
  ['short', '••••'],
  ['elevenchars', '••••'],
  ['twelve-chars', '••••hars'],
  ['a-much-longer-secret-1234', '••••1234'],
  ['🔒'.repeat(12), '••••🔒🔒🔒🔒'],
])('masks %j as %s', (plain, masked) => {
  expect(maskSecret(plain)).toBe(masked)
})
