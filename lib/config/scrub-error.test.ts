import { expect, it } from 'vitest'
import { scrubError } from './scrub-error'

it.each([
  ['a hash', 'stored $argon2id$v=19$m=19456,t=2,p=1$c2FsdHNlY3JldA$aGFzaHNlY3JldA here'],
  ['an authorization', 'sent Authorization: Basic a2V5OmhpZGRlbg== to it'],
  ['a database address', 'connect postgresql://reports:hidden@127.0.0.1:5432/reports failed'],
  ['a callback token', 'POST /api/callbacks/hidden-token answered 500'],
  ['a field of JSON', 'Invalid `create()`: { "password": "hidden", "secret": "hidden" }'],
  ['a field of an object', 'data: { hash: \'hidden\', sealed: "hidden" }'],
])('blots out %s', (_, message) => {
  const { message: left } = scrubError(new Error(message))
  expect(left).toContain('•••')
  expect(left).not.toMatch(/hidden|aGFzaHNlY3JldA|a2V5/)
})

it('keeps the kind, the code and the places, and no second copy of the message', () => {
  const error = Object.assign(new TypeError('line 1\nsecret line 2'), { code: 'P2002' })
  const scrubbed = scrubError(error)
  expect(scrubbed).toMatchObject({ name: 'TypeError', code: 'P2002' })
  expect(scrubbed.stack).toMatch(/^\s+at /)
  expect(scrubbed.stack).not.toContain('secret line')
})

it('says nothing of what is thrown without being an error', () => {
  expect(JSON.stringify(scrubError('hidden'))).not.toContain('hidden')
})
