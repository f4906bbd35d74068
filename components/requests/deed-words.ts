import { getProduct } from '@/lib/catalogue/products'
import type { RequestView } from '@/lib/schemas/views'

/** What can't be taken back, or costs money: asked about before it is done. */
export type Deed = 'cancel' | 'sendAgain' | 'retry'

export type DeedWords = {
  title: string
  lost: string[]
  stays: string[]
  confirm: string
  keep: string
  danger: boolean
}

type Subject = Pick<RequestView, 'state' | 'product' | 'account'>

/**
 * What a deed means for this request: what is lost or billed, and what stays.
 * @param noun what it is called where it stands: alone it is the report
 */
export function describeDeed(
  deed: Deed,
  request: Subject,
  noun: 'report' | 'request' = 'report',
): DeedWords {
  if (deed === 'cancel') {
    return {
      title: `Cancel this ${noun}?`,
      lost: cancelLosses(request),
      stays: [
        noun === 'report'
          ? 'Its line in the history, so that it can be duplicated.'
          : 'The other requests of this report.',
      ],
      confirm: `Cancel ${noun}`,
      keep: 'Let it run',
      danger: true,
    }
  }
  if (deed === 'sendAgain') {
    return {
      title: `Send this ${noun} again?`,
      lost: [
        isFree(request)
          ? 'If the first request did arrive, Vonage makes the report twice. Neither is billed.'
          : 'If the first request did arrive, Vonage makes the report twice and bills both.',
      ],
      stays: ['Range, filters and options are sent as they were.'],
      confirm: 'Send again',
      keep: 'Don’t send',
      danger: !isFree(request),
    }
  }
  return {
    title: 'Ask for these records again?',
    lost: isFree(request) ? [] : ['Vonage bills each record in it anew.'],
    stays: [
      'A new request with the same parameters takes the place of this one, whose end stays in the timeline.',
      ...(isFree(request) ? ['Nothing is billed.'] : []),
    ],
    confirm: 'Retry',
    keep: 'Don’t retry',
    danger: false,
  }
}

function cancelLosses({ state, ...request }: Subject): string[] {
  if (state === 'queued') return ['It is not sent to Vonage, so there is no file and no bill.']
  if (state === 'unconfirmed') {
    return [
      'It is given up here, and a file that Vonage may have made is not fetched.',
      ...(isFree(request) ? [] : ['If Vonage made the report, it is billed all the same.']),
    ]
  }
  return [
    'Vonage is told to stop. There is no file, unless it finishes first.',
    ...(isFree(request) ? [] : ['Whether Vonage bills what it made until then is not known.']),
  ]
}

function isFree({ product, account }: Omit<Subject, 'state'>): boolean {
  return account.environment === 'sandbox' || getProduct(product).free === true
}
