import { handleCallback } from '@/lib/services/handle-callback'

/** A report's JSON is about 1 kB; more than this is not one. */
const maxBytes = 64 * 1024

async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  if (!request.body) return null
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return null
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}

/** Vonage's callback: a quick 200 to whoever knows the token, 404 to everyone else. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  const known = await handleCallback(token, await readJson(request))
  return new Response(null, { status: known ? 200 : 404 })
}
