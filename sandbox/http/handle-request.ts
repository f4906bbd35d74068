import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { distort } from '../faults/distort'
import type { ArchiveFlaw } from '../faults/fault'
import { refuse } from '../faults/refuse'
import type { ActiveFault } from '../faults/registry'
import type { Sandbox } from '../sandbox'
import type { Outcome } from '../state/job'
import type { Answer } from './answer'
import type { Call } from './call'
import { readCredentials } from './credentials'
import { findTarget } from './find-target'
import { readOrigin } from './origin'
import { bodyTooLarge, methodNotAllowed, pathNotFound, rateLimited, unauthorized } from './problems'
import type { Bucket } from './rate-limit'
import { readBody } from './read-body'
import type { LogEntry } from './request-log'
import { findRoute, type Operation } from './route'
import { runOperation } from './run-operation'
import { sendAnswer } from './send'

export type Gate = {
  sandbox: Sandbox
  allow: (key: string, bucket: Bucket) => boolean
  /** The address that the server listens at. */
  url: string
}

/** How a request ends: with an answer, or without one. */
type Ending = {
  answer: Answer | null
  ending: 'answer' | 'drop' | 'hang'
  pauseMs?: number
}

const answered = (answer: Answer): Ending => ({ answer, ending: 'answer' })

async function work(
  { sandbox, allow }: Gate,
  operation: Operation,
  call: Call,
  path: string,
  entry: LogEntry,
): Promise<Ending> {
  if (operation !== 'subaccounts') {
    const bucket = operation === 'records' ? 'sync' : 'async'
    if (!allow(call.account.apiKey, bucket)) return answered(rateLimited())
  }
  const target = findTarget(sandbox, operation, call)
  entry.product = target.product
  entry.accountId = target.account
  const note = (fault: ActiveFault | null) => {
    if (fault) entry.fault = entry.fault ? `${entry.fault}+${fault.name}` : fault.name
    return fault
  }

  const first = note(sandbox.faults.draw('before', target))
  if (first?.name === 'drop-before') return { answer: null, ending: 'drop' }
  if (first?.name === 'hang') return { answer: null, ending: 'hang' }
  const refusal = first && refuse(first, call.id)
  if (refusal) return answered(refusal)

  const outcome = (note(sandbox.faults.draw('outcome', target))?.name ?? 'success') as Outcome
  const flaw = (note(sandbox.faults.draw('archive', target))?.name ?? null) as ArchiveFlaw | null
  const answer = await runOperation(sandbox, operation, call, { outcome, flaw })

  const last = note(sandbox.faults.draw('after', target))
  if (!last) return answered(answer)
  if (last.name === 'drop-after') return { answer, ending: 'drop' }
  if (last.name === 'slow-answer') await wait(last.delayMs ?? 5000)
  const pauseMs = last.name === 'slow-body' ? (last.delayMs ?? 250) : 0
  return { answer: distort(last, answer, call.origin, path), ending: 'answer', pauseMs }
}

async function prepare(gate: Gate, request: IncomingMessage, entry: LogEntry): Promise<Ending> {
  const url = URL.parse(request.url ?? '/', 'http://sandbox')
  const body = await readBody(request)
  const route = findRoute(request.method ?? '', url?.pathname ?? '')
  entry.operation = route.operation ?? 'unknown'
  const credentials = readCredentials(request.headers.authorization)
  entry.key = credentials?.apiKey.slice(0, 64) ?? null
  if (!url || !route.operation) {
    const allow = route.operation === null ? route.allow : null
    return answered(allow ? methodNotAllowed(allow) : pathNotFound())
  }
  const account =
    credentials && gate.sandbox.directory.authenticate(credentials.apiKey, credentials.apiSecret)
  if (!account) return answered(unauthorized())
  if (!body) return answered(bodyTooLarge())
  if (body.length > 0) entry.bodySha256 = createHash('sha256').update(body).digest('hex')
  const origin = readOrigin(request, gate.url)
  const call: Call = { account, id: route.id, query: url.searchParams, body, origin }
  return work(gate, route.operation, call, url.pathname, entry)
}

async function finish(
  response: ServerResponse,
  { answer, ending, pauseMs }: Ending,
): Promise<LogEntry['outcome']> {
  if (ending === 'hang' && !response.destroyed) await once(response, 'close')
  if (ending !== 'answer' || !answer) {
    response.destroy()
    return 'dropped'
  }
  await sendAnswer(response, answer, pauseMs)
  if (!response.destroyed && !response.writableFinished) {
    await Promise.race([once(response, 'finish'), once(response, 'close')])
  }
  return response.writableFinished ? 'answered' : 'left'
}

/** Answers a request to Vonage's paths and writes its line of the log, whatever happens. */
export async function handleRequest(
  gate: Gate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now()
  const entry: LogEntry = {
    time: new Date(gate.sandbox.clock.now()).toISOString(),
    operation: 'unknown',
    method: request.method ?? '',
    path: (request.url ?? '').split('?')[0]?.slice(0, 200) ?? '',
    key: null,
    status: null,
    outcome: 'left',
    workDone: false,
    requestId: null,
    fault: null,
    product: null,
    accountId: null,
    bodySha256: null,
    ms: 0,
  }
  try {
    const end = await prepare(gate, request, entry)
    entry.workDone = end.answer?.workDone ?? false
    entry.requestId = end.answer?.requestId ?? null
    if (end.ending === 'answer') entry.status = end.answer?.status ?? null
    entry.outcome = await finish(response, end)
  } finally {
    entry.ms = Math.round(performance.now() - started)
    gate.sandbox.log.write(entry)
    if (!response.writableEnded) response.destroy()
  }
}
