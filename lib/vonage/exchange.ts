import type { Dispatcher } from 'undici'
import { type SendWatch, watchSending } from './dispatchers'
import { toTransportError } from './transport-error'

export type Exchange<T> = {
  dispatcher: Dispatcher
  options: Dispatcher.RequestOptions
  /** The longest that connecting, waiting and `read` may take together, in milliseconds. */
  deadlineMs: number
  signal: AbortSignal | undefined
  read: (answer: Dispatcher.ResponseData) => Promise<T>
}

/**
 * Sends one request, once, and hands the answer to `read`. Follows no redirect.
 * @throws VonageError `unreachable` when not a byte was sent, else `lost`; and what `read` throws
 */
export async function exchange<T>({ signal, ...request }: Exchange<T>): Promise<T> {
  if (signal?.aborted) throw toTransportError('ABORTED', false)
  const watch: SendWatch = { sent: false }
  const abortion = new AbortController()
  const { promise: gaveUp, reject: giveUp } = Promise.withResolvers<never>()

  // While undici connects it does not listen to a signal, only once it could write: so we stop
  // waiting by ourselves.
  function stop(code: string) {
    const failure = toTransportError(code, watch.sent)
    giveUp(failure)
    abortion.abort(failure)
  }
  const onAbort = () => stop('ABORTED')
  signal?.addEventListener('abort', onAbort)
  const deadline = setTimeout(() => stop('DEADLINE'), request.deadlineMs)

  try {
    const dispatcher = watchSending(request.dispatcher, watch)
    const done = dispatcher
      .request({ ...request.options, signal: abortion.signal })
      .then(request.read)
    return await Promise.race([done, gaveUp])
  } catch (error) {
    throw toTransportError(error, watch.sent)
  } finally {
    clearTimeout(deadline)
    signal?.removeEventListener('abort', onAbort)
  }
}
