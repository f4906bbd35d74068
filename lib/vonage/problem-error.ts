import type { Dispatcher } from 'undici'
import { z } from 'zod'
import { readRetryAfter } from './retry-after'
import type { Scrub } from './scrub'
import { VonageError, type VonageErrorKind } from './vonage-error'

const text = z.string().nullable().catch(null).default(null)

/** RFC 7807, with Vonage's `invalid_parameters` on a 422. */
const problem = z.object({
  type: text,
  title: text,
  detail: text,
  instance: text,
  invalid_parameters: z.array(z.unknown()).catch([]).default([]),
})
const parameter = z.object({ name: z.string(), reason: z.string().catch('') })

const kindByStatus: Record<number, VonageErrorKind> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  422: 'invalid',
  429: 'rate-limited',
}

/** The error for an answer that is no success. `body` is its JSON, or undefined when it has none. */
export function toProblemError(
  { statusCode, headers }: Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>,
  body: unknown,
  scrub: Scrub,
): VonageError {
  const said = problem.safeParse(body).data ?? problem.parse({})
  const keep = (words: string | null, length: number) => words && scrub.text(words, length)
  return new VonageError(
    readKind(statusCode, said.type),
    `Vonage answered with status ${statusCode}.`,
    {
      status: statusCode,
      title: keep(said.title, 200),
      detail: keep(said.detail, 2000),
      instance: keep(said.instance, 200),
      type: keep(said.type, 300),
      invalidParameters: said.invalid_parameters
        .slice(0, 50)
        .map((item) => parameter.safeParse(item).data)
        .filter((item) => item !== undefined)
        .map(({ name, reason }) => ({
          name: scrub.text(name, 100),
          reason: scrub.text(reason, 1000),
        })),
      retryAfterMs: readRetryAfter(headers['retry-after'], headers.date),
      requestSent: true,
    },
  )
}

/** Some say that the rate limit answers 403 (Airbyte's connector): the problem's type decides. */
function readKind(status: number, type: string | null): VonageErrorKind {
  if (status === 403 && type && /rate-limit|throttl/i.test(type)) return 'rate-limited'
  if (status >= 500) return 'server'
  return kindByStatus[status] ?? 'unexpected'
}
