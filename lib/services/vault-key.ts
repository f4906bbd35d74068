import { getSecrets } from '@/lib/config/secrets'

/** The instance's vault key, 32 bytes: seals API secrets and derives callback tokens. */
export function getVaultKey(): Buffer {
  return Buffer.from(getSecrets().vaultKey, 'base64')
}
