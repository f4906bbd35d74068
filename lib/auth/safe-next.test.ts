import { expect, it } from 'vitest'
import { safeNext } from './safe-next'

it.each([
  ['/reports/new?from=1', '/reports/new?from=1'],
  ['/accounts', '/accounts'],
])('keeps a path of ours: %s', (next, path) => {
  expect(safeNext(next)).toBe(path)
})

it.each([
  'https://evil.example/reports',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  '/api/auth/signout',
  '/sign-in?next=/sign-in',
  '/',
  '',
  ['/accounts'],
  undefined,
  `/${'x'.repeat(3_000)}`,
])('sends %s to the history instead', (next) => {
  expect(safeNext(next)).toBe('/reports')
})
