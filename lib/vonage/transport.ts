import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import type { BaseUrl } from './base-url'
import type { Lane, VonageClientOptions, VonageTimeouts } from './client-options'
import { getDispatchers } from './dispatchers'
import { exchange } from './exchange'
import { toProblemError } from './problem-error'
import { parseJson, passBody, readText } from './read-body'
import { encodeBasic, type Scrub } from './scrub'
import { VonageError, type VonageErrorKind } from './vonage-error'

export type ReportFile = {
  /** The ZIP, bit for bit. Fails with a VonageError when the file does not come whole. */
  body: Readable
  /** Bytes; null when Vonage does not say. */
  contentLength: number | null
}

const defaultTimeouts: VonageTimeouts = {
  connect: 10_000,
  headers: 30_000,
  bodyIdle: 60_000,
  total: 120_000,
}

type Call = { lane: Lane; path: string; signal: AbortSignal | undefined }
type JsonCall<T> = Call & {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: string
  maxBytes: number
  /** Null: the JSON is not what was asked for. */
  parse: (body: unknown) => T | null
}

const problemBytes = 64 * 1024

/** Sends calls with credentials to one base, and turns answers into values or VonageErrors. */
export function createTransport(options: VonageClientOptions & { base: BaseUrl; scrub: Scrub }) {
  const { acquire, base, scrub } = options
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const dispatchers = getDispatchers(timeouts.connect)
  const headers = {
    authorization: `Basic ${encodeBasic(options.apiKey, options.apiSecret)}`,
    'user-agent': options.userAgent ?? 'vonage-reports-dashboard',
    'accept-encoding': 'identity',
  }

  async function call<T>(
    { lane, path, signal }: Call,
    request: { method: 'GET' | 'POST' | 'DELETE'; accept: string; body?: string },
    read: (answer: Dispatcher.ResponseData) => Promise<T>,
  ): Promise<T> {
    await acquire(lane, signal)
    const { method, accept, body } = request
    const answered = exchange({
      dispatcher: method === 'POST' ? dispatchers.creates : dispatchers.reads,
      deadlineMs: timeouts.total,
      signal,
      options: {
        origin: base.origin,
        path,
        method,
        body,
        headers: { ...headers, accept, ...(body && { 'content-type': 'application/json' }) },
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.bodyIdle,
      },
      async read(answer) {
        const ok = answer.statusCode >= 200 && answer.statusCode < 300
        return ok ? read(answer) : refuse(answer, scrub)
      },
    })
    const tell = (answer: 'ok' | VonageErrorKind) => options.onCall?.({ method, path, answer })
    answered.then(
      () => tell('ok'),
      (error) => tell(error instanceof VonageError ? error.kind : 'unexpected'),
    )
    return answered
  }

  return {
    requestJson<T>(json: JsonCall<T>): Promise<T> {
      const { method = 'GET', body, maxBytes, parse } = json
      return call(json, { method, accept: 'application/json', body }, async (answer) => {
        const value = parse(parseJson(await readText(answer.body, maxBytes)))
        if (value !== null) return value
        throw new VonageError('unreadable', 'The answer of Vonage is not what was asked for.', {
          status: answer.statusCode,
          requestSent: true,
        })
      })
    },

    requestStream(file: Call): Promise<ReportFile> {
      return call(file, { method: 'GET', accept: 'application/octet-stream' }, async (answer) => {
        if (answer.statusCode !== 200) return refuse(answer, scrub)
        const length = answer.headers['content-length']
        return {
          body: passBody(answer.body, file.signal),
          contentLength: typeof length === 'string' ? Number(length) : null,
        }
      })
    },
  }
}

/** The status alone says that it was refused, whatever becomes of the body. */
async function refuse(answer: Dispatcher.ResponseData, scrub: Scrub): Promise<never> {
  const text = await readText(answer.body, problemBytes).catch(() => '')
  throw toProblemError(answer, parseJson(text), scrub)
}
