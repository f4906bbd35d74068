import { AppError, type AppErrorCode, type FieldErrors } from '@/lib/errors/app-error'
import { reportFault } from '@/lib/errors/report-fault'

const statusByCode: Record<AppErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  throttled: 429,
  upstream: 502,
  unavailable: 503,
}

/** The one body of every failed answer of the HTTP API (RFC 9457, with our code and fields). */
export type Problem = {
  title: string
  status: number
  code: AppErrorCode | 'fault'
  errors?: FieldErrors
}

/** Answers an error: an expected one in its own words, any other in general ones. */
export function answerProblem(error: unknown, where: string): Response {
  return Response.json(toProblem(error, where), {
    status: error instanceof AppError ? statusByCode[error.code] : 500,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

function toProblem(error: unknown, where: string): Problem {
  if (!(error instanceof AppError)) {
    const reference = reportFault(error, where)
    const title = `Something went wrong on our side. The server's log has it as ${reference}.`
    return { title, status: 500, code: 'fault' }
  }
  return {
    title: error.message,
    status: statusByCode[error.code],
    code: error.code,
    ...(error.fieldErrors ? { errors: error.fieldErrors } : {}),
  }
}
