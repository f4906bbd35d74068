import type { IncomingMessage } from 'node:http'

const limit = 1024 * 1024

/** The body of a request; null when it is larger than a megabyte. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size <= limit) chunks.push(chunk as Buffer)
  }
  return size <= limit ? Buffer.concat(chunks) : null
}
