import { formatDuration } from '@/lib/format/duration'
import type { RequestView } from '@/lib/schemas/views'

type Noted = Pick<
  RequestView,
  'state' | 'cancelRequested' | 'problem' | 'estimate' | 'account' | 'submittedAt' | 'requestStatus'
>

/**
 * The few words beside a request's state: why it failed, how long it may still take, what it waits for.
 *
 * @param now epoch milliseconds on the server's clock
 * @returns null when the state says it all
 */
export function noteRequest(request: Noted, now: number): string | null {
  if (request.problem) return request.problem.title
  if (request.cancelRequested && request.state !== 'cancelled') return 'being cancelled'
  if (request.account.refused && waits(request)) return 'stands still: Vonage refuses the account'
  switch (request.state) {
    case 'queued':
      return 'waits for its turn'
    case 'submitting':
      return 'being sent to Vonage'
    case 'unconfirmed':
      return 'Vonage’s answer was lost'
    case 'running':
      return noteRunning(request, now)
    case 'archiving':
      return 'fetching the file'
    case 'ready':
      return request.requestStatus === 'TRUNCATED' ? 'rows are missing' : null
    default:
      return null
  }
}

function noteRunning({ estimate, submittedAt }: Noted, now: number): string | null {
  if (estimate) {
    const left = Date.parse(estimate.readyAt) - now
    return left > 0 ? `about ${roughly(left)} left` : 'takes longer than estimated'
  }
  return submittedAt ? `for ${roughly(now - Date.parse(submittedAt))}` : null
}

function waits({ state }: Noted): boolean {
  return state === 'queued' || state === 'running' || state === 'archiving'
}

// Seconds in an estimate of minutes would only pretend to be exact.
function roughly(milliseconds: number): string {
  const step = milliseconds >= 90_000 ? 60_000 : 1_000
  return formatDuration(Math.max(Math.round(milliseconds / step) * step, 1_000))
}
