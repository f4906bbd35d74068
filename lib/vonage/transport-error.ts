import { VonageError } from './vonage-error'

/**
 * Tells "surely never sent" from "sent, and the answer is lost". Takes an error of the HTTP library, of which
 * only the code is kept, or a code of our own.
 */
export function toTransportError(error: unknown, requestSent: boolean): VonageError {
  if (error instanceof VonageError) return error
  const code = typeof error === 'string' ? error : readCode(error)
  return requestSent
    ? new VonageError('lost', `The answer of Vonage did not arrive whole (${code}).`, {
        requestSent,
        code,
      })
    : new VonageError('unreachable', `Vonage could not be reached (${code}).`, { code })
}

function readCode(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN'
}
