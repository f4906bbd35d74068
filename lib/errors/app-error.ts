export const appErrorCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'throttled',
  'upstream',
  'gone',
  'unavailable',
] as const
export type AppErrorCode = (typeof appErrorCodes)[number]

/** Messages by dotted path of the field. */
export type FieldErrors = Record<string, string[]>

type Details = { fieldErrors?: FieldErrors; cause?: unknown }

/**
 * An expected failure. Its message is for the person who asked: what happened, what to do.
 * It never holds a secret; `cause` stays on the server.
 */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: AppErrorCode
  readonly fieldErrors: FieldErrors | undefined

  constructor(code: AppErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause })
    this.code = code
    this.fieldErrors = details.fieldErrors
  }
}
