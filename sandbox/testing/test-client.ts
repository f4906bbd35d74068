import { request } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { findAnswerFaults } from '@/lib/vonage/test-contract'
import type { LogEntry } from '../http/request-log'
import type { Credentials } from '../options'

export type TestAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into by tests
  json: any
}

export type TestCall = {
  method?: string
  /** An object is sent as JSON. */
  body?: object | string
  headers?: Record<string, string>
  credentials?: Credentials | null
}

/** Sends one request and reads the answer whole; rejects when the connection breaks. */
export function send(
  url: string,
  { method = 'GET', body, headers = {}, credentials }: TestCall,
): Promise<TestAnswer> {
  const text = typeof body === 'object' ? JSON.stringify(body) : body
  const auth = credentials ? `${credentials.apiKey}:${credentials.apiSecret}` : undefined
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, auth, agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const whole = Buffer.concat(chunks)
        let json: unknown
        try {
          json = JSON.parse(whole.toString('utf8'))
        } catch {
          json = undefined
        }
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: whole, json })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

/** Faults whose answers are wrong on purpose. */
const distorting = ['unreadable', 'missing-fields', 'unknown-status', 'wrong-link-host', 'redirect']

/**
 * Calls a sandbox as its main account. Every answer is held to Vonage's contract: the test fails at its end when one is not
 * as it says, unless the test itself made the sandbox distort its answers.
 */
export function createTestClient(baseUrl: () => string, credentials: Credentials) {
  let isDistorted = false
  const faults: string[] = []
  onTestFinished(() => expect(faults).toEqual([]))
  const call = async (path: string, options: TestCall = {}) => {
    const url = path.startsWith('http') ? path : baseUrl() + path
    const answer = await send(url, { credentials, ...options })
    const { method = 'GET' } = options
    if (!isDistorted) faults.push(...findAnswerFaults({ method, path: url }, answer))
    return answer
  }
  return {
    call,
    create: (body: object) => call('/v2/reports', { method: 'POST', body }),
    status: (id: string) => call(`/v2/reports/${id}`),
    cancel: (id: string) => call(`/v2/reports/${id}`, { method: 'DELETE' }),
    records: (query: Record<string, string>) =>
      call(`/v2/reports/records?${new URLSearchParams(query)}`),
    addFault(body: { name: string; [option: string]: unknown }) {
      isDistorted ||= distorting.includes(body.name)
      return call('/__sandbox/faults', { method: 'POST', body })
    },
    async log(): Promise<LogEntry[]> {
      return (await call('/__sandbox/log')).json.entries
    },
  }
}
