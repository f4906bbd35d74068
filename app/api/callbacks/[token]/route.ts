import { readBounded } from '@/lib/api/read-bounded'
import { handleCallback } from '@/lib/services/handle-callback'

/** A report's JSON is about 1 kB; more than this is not one. */
const maxBytes = 64 * 1024

/** The body, or null when it is too long or no JSON: the token counts, and the body is only a hint. */
async function readHint(request: Request): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await readBounded(request, maxBytes)))
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
  const known = await handleCallback(token, await readHint(request))
  return new Response(null, { status: known ? 200 : 404 })
}
