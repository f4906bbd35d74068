import { getEnv } from '@/lib/config/env'
import { getSealedSecret } from '@/lib/data/accounts/account-secret'
import { countUp } from '@/lib/data/counters/count-up'
import { acquireSlot, type LimitKey } from '@/lib/data/rate-limit'
import { AppError } from '@/lib/errors/app-error'
import { unsealSecret } from '@/lib/vault/seal'
import { createVonageClient, type VonageClient } from '@/lib/vonage/client'
import { nameOperation } from './name-operation'
import { getVaultKey } from './vault-key'

const userAgent = 'vonage-reports-dashboard'

/**
 * Where an account's requests go. Sandbox and live never mix.
 * @throws when this instance runs without its sandbox
 */
export function baseUrlOf(environment: 'live' | 'sandbox'): string {
  const env = getEnv()
  if (environment === 'live') return env.VONAGE_API_URL
  if (!env.SANDBOX_API_URL)
    throw new AppError(
      'unavailable',
      'This instance runs without the sandbox (SANDBOX=off), so its sandbox accounts stand still.',
    )
  return env.SANDBOX_API_URL
}

/** A client for a key pair that is not stored yet, or any other, under the key's own rate limit. */
export function openClient(
  key: LimitKey,
  apiSecret: string,
  { slotTaken = false }: { slotTaken?: boolean } = {},
): VonageClient {
  return createVonageClient({
    baseUrl: baseUrlOf(key.environment),
    apiKey: key.apiKey,
    apiSecret,
    userAgent,
    acquire: async (lane, signal) => {
      if (!slotTaken) await acquireSlot(key, lane, { signal })
    },
    onCall: ({ method, path, answer }) =>
      countUp('upstream_calls', { operation: nameOperation(method, path), answer }),
  })
}

/**
 * The client of a stored account.
 * @param options.slotTaken the caller holds a slot already: a create takes it before it commits to `submitting`
 */
export async function openAccountClient(
  account: { id: string } & LimitKey,
  options: { slotTaken?: boolean } = {},
): Promise<VonageClient> {
  const sealed = await getSealedSecret(account.id)
  const secret = unsealSecret(sealed, { key: getVaultKey(), context: account.id })
  return openClient(account, secret, options)
}
