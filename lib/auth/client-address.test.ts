import { expect, it } from 'vitest'
import { readClientAddress } from './client-address'

it.each([
  ['203.0.113.9', 0, '203.0.113.9'],
  ['6.6.6.6, 203.0.113.9', 0, '203.0.113.9'],
  ['6.6.6.6, 203.0.113.9, 10.0.0.1', 1, '203.0.113.9'],
  ['203.0.113.9', 2, '203.0.113.9'],
  ['::ffff:203.0.113.9', 0, '203.0.113.9'],
  ['[2001:db8::1]:4000', 0, '2001:db8::1'],
  ['not an address', 0, 'unknown'],
  [null, 0, 'unknown'],
])('reads %s with %i trusted proxies as %s', (header, hops, address) => {
  expect(readClientAddress(header, hops)).toBe(address)
})
