import { randomBytes } from 'node:crypto'
import type { Answer } from './answer'

export type InvalidParameter = { name: string; reason: string }

const general = 'https://developer.nexmo.com/api-errors'
const reports = `${general}/reports`

/** An RFC 7807 answer, as Vonage's page on API errors describes it. `instance` is a trace id. */
function problem(
  status: number,
  type: string,
  title: string,
  detail: string,
  more: Record<string, unknown> = {},
): Answer {
  const instance = randomBytes(16).toString('hex')
  return {
    status,
    type: 'application/problem+json',
    json: { type, title, detail, instance, ...more },
  }
}

export const malformedJson = () =>
  problem(400, `${general}#invalid-json`, 'Malformed JSON', 'Malformed JSON payload.')

export const invalidRequest = (detail = 'Invalid request parameter.') =>
  problem(400, `${reports}#invalid-request-parameters`, 'Invalid request parameter', detail)

export const unauthorized = (): Answer => ({
  ...problem(
    401,
    `${general}#unauthorized`,
    'Unauthorized',
    'You did not provide correct credentials.',
  ),
  headers: { 'www-authenticate': 'Basic realm="Reports API"' },
})

export const forbidden = () =>
  problem(
    403,
    `${general}#forbidden`,
    'Forbidden',
    'User not authorized to query the requested data.',
  )

export const reportNotFound = (id: string) =>
  problem(
    404,
    `${general}#not-found`,
    'Invalid report ID',
    `Report ${id} does not exist, or you do not have access.`,
  )

export const fileNotFound = (id: string) =>
  problem(
    404,
    `${general}#not-found`,
    'Not Found',
    `File ${id} does not exist, has expired, or you do not have access.`,
  )

export const pathNotFound = () =>
  problem(404, `${general}#not-found`, 'Not Found', 'There is nothing at this address.')

export const methodNotAllowed = (allow: string): Answer => ({
  ...problem(405, `${general}#method-not-allowed`, 'Method Not Allowed', `Allowed: ${allow}.`),
  headers: { allow },
})

export const invalidAbort = () =>
  problem(
    409,
    `${reports}#invalid-abort-operation`,
    'Invalid Abort Operation',
    'The job is already in a terminated state such as SUCCESS, TRUNCATED, FAILED or ABORTED.',
  )

export const bodyTooLarge = () =>
  problem(413, `${general}#too-large`, 'Payload Too Large', 'The payload is too large.')

export const unprocessable = (invalid: readonly InvalidParameter[]) =>
  problem(
    422,
    `${reports}#unprocessable-entity`,
    'Unprocessable entity',
    'The request data was invalid.',
    { invalid_parameters: invalid },
  )

export const invalidFilter = (names: readonly string[]) =>
  problem(
    422,
    `${reports}#invalid-filter`,
    'Invalid filter',
    `When using message_id, the following parameters are not supported: [${names.join(', ')}]`,
  )

export const rateLimited = () =>
  problem(
    429,
    `${reports}#rate-limit`,
    'Rate Limit Hit',
    'The Reports API supports 5 requests per second when used Asynchronously, and 10 requests per second Synchronously. Slow down your request rate.',
  )

export const serverError = (status = 500) =>
  problem(status, `${general}#server-error`, 'Internal Error', 'There was an error.')
