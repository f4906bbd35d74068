import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { ConnectionDropped } from '../media/zip'
import type { Answer } from './answer'

/** A body in tenths of its pieces, with a pause after each. */
async function* slowDown(
  body: AsyncIterable<Uint8Array>,
  pauseMs: number,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    const size = Math.max(1, Math.ceil(chunk.length / 10))
    for (let at = 0; at < chunk.length; at += size) {
      yield chunk.subarray(at, at + size)
      await wait(pauseMs)
    }
  }
}

/** The caller has left, or a fault has broken the connection: neither is an error of ours. */
function isBroken(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return (
    error instanceof ConnectionDropped ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ECONNRESET' ||
    code === 'EPIPE'
  )
}

async function sendStream(
  response: ServerResponse,
  body: AsyncIterable<Uint8Array>,
  pauseMs: number,
): Promise<void> {
  try {
    await pipeline(pauseMs > 0 ? slowDown(body, pauseMs) : body, response)
  } catch (error) {
    if (!isBroken(error)) throw error
  }
}

/** Writes an answer; `pauseMs` makes its body come in pieces with pauses. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  pauseMs = 0,
): Promise<void> {
  if (response.destroyed) return
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
  if (pauseMs === 0 || response.req.method === 'HEAD') response.end(body)
  else await sendStream(response, Readable.from([body]), pauseMs)
}
