import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDb } from '@/lib/db/client'
import { maskSecret } from '@/lib/vault/mask-secret'
import { sealSecret } from '@/lib/vault/seal'
import { takeKey } from './keys'
import type { SharedInstance } from './shared-instance'

export type TestAccount = { id: string; label: string; apiKey: string; apiSecret: string }

/** A key that is in no account yet. */
export function takeKeyPair({ dataDir, keySecret }: SharedInstance) {
  return { apiKey: takeKey(dataDir), apiSecret: keySecret }
}

/** A sandbox account of a test's own. That accounts can be added in the browser has a test itself. */
export async function addTestAccount(instance: SharedInstance): Promise<TestAccount> {
  return addAccount(instance, takeKeyPair(instance))
}

/** The sandbox's main account, which has twelve sub-accounts; the same for all tests. */
export async function findMainAccount(instance: SharedInstance): Promise<TestAccount> {
  const { apiKey, apiSecret } = instance.sandbox
  const known = await getDb().account.findFirst({
    where: { apiKey },
    select: { id: true, label: true },
  })
  return known ? { ...known, apiKey, apiSecret } : addAccount(instance, { apiKey, apiSecret })
}

async function addAccount(
  instance: SharedInstance,
  { apiKey, apiSecret }: { apiKey: string; apiSecret: string },
): Promise<TestAccount> {
  const id = randomUUID()
  const label = `Account ${apiKey}`
  const key = Buffer.from(readFileSync(join(instance.dataDir, 'vault.key'), 'utf8'), 'base64')
  await getDb().account.create({
    data: {
      id,
      label,
      environment: 'sandbox',
      apiKey,
      secretTail: maskSecret(apiSecret),
      secret: { create: { sealed: sealSecret(apiSecret, { key, context: id }) } },
    },
  })
  return { id, label, apiKey, apiSecret }
}
