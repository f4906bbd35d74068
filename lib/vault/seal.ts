import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const version = 'v1'
const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** `key`: the vault's 32 bytes. `context`: the id of the row that holds the secret, so that no other row can use it. */
export type SealOptions = { key: Buffer; context: string }

/**
 * Why a secret stays sealed. `wrong-key`: a vault key of the wrong length. `malformed`: not a sealed secret
 * (of this version). `refused`: sealed with another key, for another row, or changed since.
 */
export type VaultErrorCode = 'wrong-key' | 'malformed' | 'refused'

/** Says nothing of the content, the key or the row. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: VaultErrorCode

  constructor(code: VaultErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Seals a secret with AES-256-GCM under a fresh IV: `v1.<iv>.<ciphertext and tag>`, base64url.
 * @throws VaultError `wrong-key`
 */
export function sealSecret(plain: string, { key, context }: SealOptions): string {
  requireKey(key)
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv).setAAD(toData(context))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [version, iv.toString('base64url'), sealed.toString('base64url')].join('.')
}

/**
 * Opens what `sealSecret` sealed.
 * @throws VaultError
 */
export function unsealSecret(sealed: string, { key, context }: SealOptions): string {
  requireKey(key)
  const [, ivText = '', text = ''] = /^v1\.([\w-]{16})\.([\w-]{22,})$/.exec(sealed) ?? []
  const data = Buffer.from(text, 'base64url')
  if (data.length < tagBytes || data.toString('base64url') !== text) {
    throw new VaultError('malformed', 'The stored secret is not one that this version sealed.')
  }
  const iv = Buffer.from(ivText, 'base64url')
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
    .setAAD(toData(context))
    .setAuthTag(data.subarray(-tagBytes))
  try {
    return Buffer.concat([
      decipher.update(data.subarray(0, -tagBytes)),
      decipher.final(),
    ]).toString()
  } catch {
    throw new VaultError(
      'refused',
      'The stored secret can’t be opened: it was sealed with another VAULT_KEY, or changed since. Enter it again.',
    )
  }
}

function requireKey(key: Buffer): void {
  if (key.length !== 32) throw new VaultError('wrong-key', 'The vault key must be 32 bytes long.')
}

function toData(context: string): Buffer {
  return Buffer.from(`${version}:${context}`)
}
