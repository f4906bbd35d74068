import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { getSecrets } from '@/lib/config/secrets'

/** The browser keeps the token as long as it may; the session's row decides when it ends. */
export const tokenLifeSeconds = 400 * 86_400

const tokenSchema = z.object({ sub: z.uuid(), sid: z.uuid() })

/** All that a token says: whose session it is, and which. */
export type SessionToken = { userId: string; sessionId: string }

export function sealSessionToken({ userId, sessionId }: SessionToken): Promise<string> {
  return encode({
    token: { sub: userId, sid: sessionId },
    secret: getSecrets().authSecret,
    maxAge: tokenLifeSeconds,
  })
}

/** Null for whatever is not a token of ours. It says nothing yet on whether the session still lives. */
export async function openSessionToken(token: string | undefined): Promise<SessionToken | null> {
  if (!token || token.length > 4_096) return null
  try {
    const payload = await decode({ token, secret: getSecrets().authSecret })
    const parsed = tokenSchema.safeParse(payload)
    return parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : null
  } catch {
    return null
  }
}
