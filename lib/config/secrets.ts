import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Env, getEnv } from './env'
import { writeOnce } from './write-once'

export type Secrets = {
  /** 32 bytes, base64: seals the API secrets in the database. */
  vaultKey: string
  /** Signs the sessions of the web pages. */
  authSecret: string
}

const inBase64 = /^[0-9A-Za-z+/]{43}=$/

/**
 * The instance's own secrets: from the environment, or else from files in `DATA_DIR`, which are made
 * (mode 0600) the first time.
 * @throws when a file is damaged or can't be read; the message names the file, never its text
 */
export function loadSecrets(env: Pick<Env, 'DATA_DIR' | 'VAULT_KEY' | 'AUTH_SECRET'>): Secrets {
  return {
    vaultKey: env.VAULT_KEY ?? loadSecret(env.DATA_DIR, 'vault.key'),
    authSecret: env.AUTH_SECRET ?? loadSecret(env.DATA_DIR, 'auth.secret'),
  }
}

/** A secret of 32 random bytes (base64) that is made once and kept in `folder`. */
export function loadSecret(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const secret = writeOnce(path, () => `${randomBytes(32).toString('base64')}\n`).trim()
  if (inBase64.test(secret)) return secret
  throw new Error(`${path} is damaged: it must hold 32 bytes in base64. Restore it from a backup.`)
}

let memo: Secrets | undefined

/** The secrets of this process, read at the first call. */
export function getSecrets(): Secrets {
  memo ??= loadSecrets(getEnv())
  return memo
}
