import { describe, expect, it } from 'vitest'
import { describeVonageError, type VonageOperation } from './describe-error'
import { VonageError, type VonageErrorKind } from './vonage-error'

const operations: VonageOperation[] = [
  'create',
  'status',
  'cancel',
  'download',
  'check',
  'records',
  'list',
  'subaccounts',
  'usage',
]
const kinds: VonageErrorKind[] = [
  'invalid',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'rate-limited',
  'server',
  'unreachable',
  'lost',
  'unreadable',
  'unexpected',
  'bad-link',
]
const all = operations.flatMap((operation) => kinds.map((kind) => ({ operation, kind })))

describe('describeVonageError', () => {
  it.each(all)('has plain words for $operation $kind', ({ operation, kind }) => {
    const words = describeVonageError(new VonageError(kind, 'internal'), { operation })
    for (const said of [words.title, words.meaning, words.nextStep]) {
      expect(said).toMatch(/^[A-Z“]/)
      expect(said).not.toMatch(/!|oops|undefined|null|internal/i)
    }
  })

  it('says of each failed create whether it may be billed', () => {
    const doubtful = kinds.filter((kind) =>
      describeVonageError(new VonageError(kind, ''), { operation: 'create' }).meaning.includes(
        'Nobody knows yet',
      ),
    )
    expect(doubtful).toEqual(['server', 'lost', 'unreadable', 'unexpected'])
  })

  it('puts the parameters of a 422 into words (facts 4)', () => {
    const error = new VonageError('invalid', '', {
      title: 'Unprocessable entity',
      instance: 'trace-1',
      invalidParameters: [
        { name: 'date_end', reason: 'Missing required parameter' },
        { name: 'country', reason: 'Not supported for VOICE-TTS.' },
        { name: 'direction', reason: '' },
      ],
    })
    expect(describeVonageError(error, { operation: 'create' })).toEqual({
      title: 'Vonage refused the report',
      meaning:
        '“To” (date_end) is missing. “country” is not valid for Vonage: Not supported for VOICE-TTS. “Direction” (direction) is not valid for Vonage. No report was made, and nothing is billed.',
      nextStep: 'Duplicate the report, correct what Vonage names, and create it.',
      instance: 'trace-1',
    })
  })

  it('quotes what Vonage says of a refusal', () => {
    const error = new VonageError('forbidden', '', {
      detail: 'User not authorized to query the requested data.',
    })
    expect(describeVonageError(error, { operation: 'status' }).meaning).toBe(
      'Vonage says: “User not authorized to query the requested data”. The report goes on at Vonage. Asking again costs nothing.',
    )
  })

  it('tells an account without credit from one without the right', () => {
    const error = new VonageError('forbidden', '', {
      type: 'https://developer.nexmo.com/api-errors#out-of-credit',
    })
    expect(describeVonageError(error, { operation: 'create' })).toMatchObject({
      title: 'The Vonage account has not enough credit',
      nextStep: 'Top up the account at Vonage, then ask again.',
    })
  })
})
