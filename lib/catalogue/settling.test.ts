import { expect, test } from 'vitest'
import type { Direction, ProductCode } from './products'
import { settlingMs, settlingTimeOf } from './settling'

test.each<[ProductCode, Direction | null, boolean]>([
  ['SMS', 'outbound', true],
  ['SMS', 'inbound', false],
  ['MESSAGES', 'outbound', true],
  ['MESSAGES', 'inbound', false],
  ['VOICE-CALL', null, true],
  ['VIDEO-API', null, true],
  ['VERIFY-V2', null, true],
  ['CONVERSATION-EVENT', null, false],
])('%s %s settles late: %s', (product, direction, late) => {
  expect(settlingTimeOf(product, direction)).toBe(late ? settlingMs : 0)
})
