import { AppError } from '@/lib/errors/app-error'

/**
 * Reads a request's body up to a limit, whatever its Content-Length says.
 * @throws AppError `invalid` when it is longer
 */
export async function readBounded(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes)
      throw new AppError('invalid', `The request is longer than ${maxBytes} bytes.`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
