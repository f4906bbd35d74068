import { headers } from 'next/headers'
import { getEnv } from '@/lib/config/env'
import { readClientAddress } from './client-address'

/** From where this request comes, as far as it can be believed: the address; and what the browser says of itself. */
export async function readWhence(): Promise<{ address: string; userAgent: string }> {
  const head = await headers()
  return {
    address: readClientAddress(head.get('x-forwarded-for'), getEnv().TRUST_PROXY),
    userAgent: head.get('user-agent') ?? '',
  }
}
