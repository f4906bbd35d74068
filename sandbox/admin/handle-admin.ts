import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { faultOrderSchema } from '../faults/fault'
import type { Answer } from '../http/answer'
import { readCredentials } from '../http/credentials'
import type { Gate } from '../http/handle-request'
import { malformedJson, pathNotFound, unauthorized, unprocessable } from '../http/problems'
import { readBody } from '../http/read-body'
import { sendAnswer } from '../http/send'
import { readJsonObject } from '../reports/create-report'
import { statusOf } from '../reports/status'
import type { Sandbox } from '../sandbox'
import { formatTime, hour } from '../times'

const clockSchema = z.strictObject({
  advanceMs: z
    .number()
    .int()
    .nonnegative()
    .max(1e4 * hour),
})

function describeClock({ clock }: Sandbox) {
  return { now: formatTime(clock.now()), movedMs: clock.offset() }
}

function refuseInput(error: z.ZodError): Answer {
  return unprocessable(
    error.issues.map(({ path, message }) => ({ name: path.join('.'), reason: message })),
  )
}

async function moveClock(sandbox: Sandbox, input: Record<string, unknown>): Promise<Answer> {
  const parsed = clockSchema.safeParse(input)
  if (!parsed.success) return refuseInput(parsed.error)
  const offset = sandbox.clock.offset() + parsed.data.advanceMs
  await sandbox.ledger.setClockOffset(offset)
  sandbox.clock.moveTo(offset)
  sandbox.callbacks.schedule()
  return { status: 200, json: describeClock(sandbox) }
}

function addFault({ faults }: Sandbox, input: Record<string, unknown>): Answer {
  const parsed = faultOrderSchema.safeParse(input)
  return parsed.success ? { status: 200, json: faults.add(parsed.data) } : refuseInput(parsed.error)
}

function readLog({ log }: Sandbox, query: URLSearchParams): Answer {
  const operation = query.get('operation')
  const limit = Number(query.get('limit') ?? 1000)
  const entries = log.read().filter((entry) => !operation || entry.operation === operation)
  return { status: 200, json: { entries: entries.slice(-limit) } }
}

function listJobs({ ledger, clock }: Sandbox): Answer {
  const now = clock.now()
  const reports = [...ledger.jobs.values()].map((job) => ({ ...job, status: statusOf(job, now) }))
  return { status: 200, json: { reports } }
}

async function choose(sandbox: Sandbox, request: IncomingMessage, url: URL): Promise<Answer> {
  const route = `${request.method} ${url.pathname.slice('/__sandbox'.length)}`
  const body = await readBody(request)
  if (route === 'GET /clock') return { status: 200, json: describeClock(sandbox) }
  if (route === 'GET /faults') return { status: 200, json: { faults: sandbox.faults.list() } }
  if (route === 'GET /log') return readLog(sandbox, url.searchParams)
  if (route === 'GET /reports') return listJobs(sandbox)
  const removed = /^DELETE \/faults(?:\/(\d+))?$/.exec(route)
  if (removed) {
    const id = removed[1] ? Number(removed[1]) : null
    return { status: 200, json: { removed: sandbox.faults.remove(id) } }
  }
  if (route !== 'POST /clock' && route !== 'POST /faults') return pathNotFound()
  const input = body && readJsonObject(body)
  if (!input) return malformedJson()
  return route === 'POST /clock' ? moveClock(sandbox, input) : addFault(sandbox, input)
}

/** The sandbox's own controls, under a path that Vonage does not have, for the primary account only. */
export async function handleAdmin(
  { sandbox }: Gate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const credentials = readCredentials(request.headers.authorization)
  const account =
    credentials && sandbox.directory.authenticate(credentials.apiKey, credentials.apiSecret)
  const url = URL.parse(request.url ?? '', 'http://sandbox')
  if (account?.apiKey !== sandbox.primaryKey) {
    request.resume()
    return sendAnswer(response, unauthorized())
  }
  const answer = url ? await choose(sandbox, request, url) : pathNotFound()
  await sendAnswer(response, answer)
}
