import { LimiterBusy, type LimitKey } from '@/lib/data/rate-limit'
import { AppError } from '@/lib/errors/app-error'
import { toVonageDate } from '@/lib/schemas/dates'
import { VonageError } from '@/lib/vonage/vonage-error'
import { problemOf } from './problem'
import { openClient } from './upstream'

/** A person waits for the answer: slower than this counts as no answer. */
const patienceMs = 15_000

/**
 * Tries a key pair with a call that costs nothing: an hour of REPORTS-USAGE, which is free of charge (facts 3).
 * @throws AppError with the field at fault (`invalid`), or `upstream` when Vonage gave no usable answer
 */
export async function checkKeyPair(key: LimitKey, apiSecret: string): Promise<void> {
  const now = Date.now()
  const day = (ms: number) => toVonageDate(new Date(ms).toISOString())
  try {
    await openClient(key, apiSecret).getRecords(
      {
        product: 'REPORTS-USAGE',
        account_id: key.apiKey,
        date_start: day(now - 3600_000),
        date_end: day(now),
      },
      AbortSignal.timeout(patienceMs),
    )
  } catch (error) {
    throw explain(error)
  }
}

function explain(error: unknown): unknown {
  if (error instanceof LimiterBusy)
    return new AppError(
      'upstream',
      'This API key is busy with other requests. Try again in a few seconds.',
    )
  if (!(error instanceof VonageError)) return error
  // Vonage's support asks for it.
  const trace = error.instance ? ` (Vonage’s trace id: ${error.instance})` : ''
  const field = (name: string, text: string) => {
    const message = text + trace
    return new AppError('invalid', message, { fieldErrors: { [name]: [message] }, cause: error })
  }
  switch (error.kind) {
    case 'unauthorized':
      return field('apiSecret', 'Vonage does not know this pair of API key and API secret.')
    case 'forbidden':
      return field(
        'apiKey',
        'Vonage knows this key but does not let it use the Reports API. Ask Vonage to enable it for the account.',
      )
    case 'unreachable':
      return new AppError(
        'upstream',
        'Vonage could not be reached from this server, so the key was not tried and nothing was saved.',
        { cause: error },
      )
    case 'lost':
      return new AppError(
        'upstream',
        'Vonage did not answer in time, so nothing was saved. Try again in a minute.',
        { cause: error },
      )
    default: {
      const { title, nextStep } = problemOf(error, 'records')
      return new AppError('upstream', `${title} Nothing was saved. ${nextStep}${trace}`, {
        cause: error,
      })
    }
  }
}
