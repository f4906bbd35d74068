import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ConnectionDropped } from '../media/zip'
import type { Answer } from './answer'

/** Pieces of a body that shall come slowly. */
function* cut(body: Uint8Array): Generator<Uint8Array> {
  const size = Math.max(1, Math.ceil(body.length / 10))
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
}

async function write(response: ServerResponse, chunk: Uint8Array): Promise<void> {
  if (!response.write(chunk)) await Promise.race([once(response, 'drain'), once(response, 'close')])
}

async function sendStream(
  response: ServerResponse,
  stream: AsyncIterable<Uint8Array>,
  pauseMs: number,
): Promise<void> {
  try {
    for await (const chunk of stream) {
      for (const piece of pauseMs > 0 ? cut(chunk) : [chunk]) {
        if (response.destroyed) return
        await write(response, piece)
        if (pauseMs > 0) await wait(pauseMs)
      }
    }
    response.end()
  } catch (error) {
    response.destroy()
    if (!(error instanceof ConnectionDropped)) throw error
  }
}

/** Writes an answer; `pauseMs` makes its body come in pieces with pauses. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  pauseMs = 0,
): Promise<void> {
  response.statusCode = answer.status
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  if (answer.stream) {
    response.setHeader('content-type', answer.type ?? 'application/octet-stream')
    if (response.req.method === 'HEAD') response.end()
    else await sendStream(response, answer.stream(), pauseMs)
    return
  }
  const body = Buffer.from(answer.json === undefined ? '' : JSON.stringify(answer.json))
  if (answer.json !== undefined) {
    response.setHeader('content-type', answer.type ?? 'application/json')
  }
  response.setHeader('content-length', body.length)
  if (pauseMs === 0 || response.req.method === 'HEAD') {
    response.end(body)
    return
  }
  await sendStream(
    response,
    (async function* () {
      yield body
    })(),
    pauseMs,
  )
}
