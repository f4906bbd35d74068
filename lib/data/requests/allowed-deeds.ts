import type { RequestState } from '@/lib/schemas/states'

type Subject = {
  state: RequestState
  cancelRequestedAt: Date | null
  account: { removedAt: Date | null }
}

const cancellable: readonly RequestState[] = ['queued', 'submitting', 'running', 'unconfirmed']
/** A rejected one is not among them: as it was, it would be refused again. */
const retriable: readonly RequestState[] = ['failed', 'expired', 'cancelled']

/** Whether a request's state allows that it is cancelled; who may do so is for the rights to say. */
export function canBeCancelled({ state, cancelRequestedAt }: Subject): boolean {
  return (state === 'unconfirmed' || !cancelRequestedAt) && cancellable.includes(state)
}

/** Whether a request can be asked for again, billed anew. */
export function canBeRetried({ state, account }: Subject): boolean {
  return !account.removedAt && retriable.includes(state)
}

type Ended = { state: RequestState; requestStatus: string | null; replacedById: string | null }

/** Whether Vonage cut off the request's file, and nobody asked for the rest yet. */
export function canBeAskedForRest({ state, requestStatus, replacedById }: Ended): boolean {
  return state === 'ready' && requestStatus === 'TRUNCATED' && replacedById === null
}

/**
 * Those of a report's requests that are retried when all of it is: what failed or expired, alone. What a person cancelled
 * is asked for again only where nothing else is.
 */
export function listRetriable<R extends Subject>(requests: readonly R[]): R[] {
  const allowed = requests.filter(canBeRetried)
  const failed = allowed.filter(({ state }) => state !== 'cancelled')
  return failed.length > 0 ? failed : allowed
}
