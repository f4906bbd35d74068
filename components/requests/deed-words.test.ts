import { describe, expect, it } from 'vitest'
import type { RequestState } from '@/lib/schemas/states'
import { describeDeed } from './deed-words'

const request = (state: RequestState, environment: 'live' | 'sandbox' = 'live') => ({
  state,
  product: 'SMS' as const,
  account: { id: 'a', label: 'Main', environment, refused: false },
})

describe('describeDeed', () => {
  it('says before a cancel what it does to the bill, by state', () => {
    expect(describeDeed('cancel', request('queued')).lost.join()).toContain('no bill')
    expect(describeDeed('cancel', request('unconfirmed')).lost.join()).toContain(
      'billed all the same',
    )
    expect(describeDeed('cancel', request('running')).lost.join()).toContain('not known')
  })

  it('warns that sending again may be billed twice', () => {
    const words = describeDeed('sendAgain', request('unconfirmed'))
    expect(words.lost.join()).toContain('bills both')
    expect(words.danger).toBe(true)
  })

  it('says that a retry is billed anew, but not in the sandbox', () => {
    expect(describeDeed('retry', request('failed')).lost.join()).toContain('bills each record')
    expect(describeDeed('cancel', request('queued'), 'request').title).toBe('Cancel this request?')
    expect(describeDeed('retry', request('failed', 'sandbox')).lost).toEqual([])
  })
})
