import { Readable } from 'node:stream'
import { toTransportError } from './transport-error'
import { VonageError } from './vonage-error'

/**
 * Reads a body as text, up to `maxBytes`.
 * @throws VonageError `unreadable` when it is longer
 */
export async function readText(body: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) {
      throw new VonageError(
        'unreadable',
        'The answer of Vonage is longer than any that we expect.',
        {
          requestSent: true,
          code: 'TOO_LONG',
        },
      )
    }
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Passes a body on, bit for bit, so that it fails with a VonageError only, and ends at once when `signal` says so. */
export function passBody(body: Readable, signal: AbortSignal | undefined): Readable {
  const passed = new Readable({
    read: () => body.resume(),
    destroy(error, done) {
      signal?.removeEventListener('abort', onAbort)
      body.destroy()
      done(error)
    },
  })
  const onAbort = () => passed.destroy(toTransportError('ABORTED', true))
  signal?.addEventListener('abort', onAbort)

  body.on('data', (chunk: Buffer) => {
    if (!passed.push(chunk)) body.pause()
  })
  body.on('end', () => passed.push(null))
  body.on('error', (error) => passed.destroy(toTransportError(error, true)))
  // A fault before anyone listens must wait for the reader, not end the process.
  passed.on('error', () => {})
  body.pause()
  return passed
}
