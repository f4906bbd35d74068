import { randomUUID } from 'node:crypto'
import { getEnv } from '@/lib/config/env'
import { getSealedSecret } from '@/lib/data/accounts/account-secret'
import { accountViewSelect, toAccountView } from '@/lib/data/accounts/account-view'
import { type AuditSubject, recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { appNow, getDb, type Tx, transact } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import type { AddAccountInput } from '@/lib/schemas/accounts'
import type { UserActor } from '@/lib/schemas/actor'
import type { AccountView } from '@/lib/schemas/views'
import { maskSecret } from '@/lib/vault/mask-secret'
import { sealSecret, unsealSecret } from '@/lib/vault/seal'
import { checkKeyPair } from './check-key-pair'
import { resumeAccount } from './refused-account'
import { getVaultKey } from './vault-key'

type AccountRef = { id: string }

type KeyPair = Parameters<typeof checkKeyPair>[0]

const subjectOf = (account: { id: string | null; label: string }): AuditSubject => ({
  kind: 'account',
  id: account.id,
  name: account.label,
})

/** Tries a key pair; a failure is written down, too: somebody may be trying keys. */
async function tryKeyPair(
  actor: UserActor,
  key: KeyPair,
  apiSecret: string,
  subject: AuditSubject,
): Promise<void> {
  try {
    await checkKeyPair(key, apiSecret)
  } catch (error) {
    if (error instanceof AppError)
      await recordAudit(getDb(), actor, {
        kind: 'account.check-failed',
        subject,
        data: { apiKey: key.apiKey, environment: key.environment, reason: error.message },
      })
    throw error
  }
}

async function getLiveAccount(id: string) {
  const account = await getDb().account.findFirst({
    where: { id, removedAt: null },
    select: accountViewSelect,
  })
  if (!account) throw new AppError('not-found', 'This account is not there any more.')
  return account
}

/**
 * The account's key pair was just seen to work: its waiting requests go on.
 * @throws AppError `not-found` when it was removed meanwhile
 */
async function markChecked(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { id, removedAt: null },
    data: { checkedAt: await appNow(tx), refusedAt: null, refusal: Prisma.DbNull },
  })
  if (count === 0) throw new AppError('not-found', 'This account is not there any more.')
  await resumeAccount(tx, id)
}

/** Stores a secret that was just seen to work. */
async function storeCheckedSecret(tx: Tx, id: string, apiSecret: string): Promise<void> {
  await markChecked(tx, id)
  const sealed = sealSecret(apiSecret, { key: getVaultKey(), context: id })
  await tx.accountSecret.upsert({
    where: { accountId: id },
    create: { accountId: id, sealed },
    update: { sealed },
    select: { accountId: true },
  })
  await tx.account.update({
    where: { id },
    data: { secretTail: maskSecret(apiSecret) },
    select: { id: true },
  })
}

/**
 * Adds a Vonage account after its key pair was tried by a call that costs nothing. Adding a removed account again
 * revives it, with its history.
 * @throws AppError `invalid` when the key is wrong or there already, `upstream` when Vonage can't be asked
 */
export async function addAccount(actor: UserActor, input: AddAccountInput): Promise<AccountView> {
  authorize(actor, 'accounts.manage')
  const where = {
    environment_apiKey: { environment: input.environment, apiKey: input.apiKey },
  }
  const existing = await getDb().account.findUnique({
    where,
    select: { id: true, label: true, removedAt: true },
  })
  if (existing && !existing.removedAt)
    throw new AppError('invalid', `This API key is already here, as “${existing.label}”.`, {
      fieldErrors: { apiKey: [`This API key is already here, as “${existing.label}”.`] },
    })
  await tryKeyPair(actor, input, input.apiSecret, subjectOf({ ...input, id: existing?.id ?? null }))
  const account = await transact(async (tx) => {
    const id = existing?.id ?? randomUUID()
    const fields = { label: input.label, removedAt: null, createdById: actor.id }
    await tx.account.upsert({
      where,
      create: {
        ...fields,
        id,
        environment: input.environment,
        apiKey: input.apiKey,
        secretTail: '',
      },
      update: fields,
      select: { id: true },
    })
    const row = await tx.account.findUniqueOrThrow({ where, select: { id: true } })
    await storeCheckedSecret(tx, row.id, input.apiSecret)
    await recordAudit(tx, actor, {
      kind: 'account.added',
      subject: subjectOf({ id: row.id, label: input.label }),
      data: { apiKey: input.apiKey, environment: input.environment },
    })
    return tx.account.findUniqueOrThrow({ where, select: accountViewSelect })
  })
  return toAccountView(account)
}

/** One click adds the sandbox that this instance runs. Where it is there already, that one is the answer. */
export async function addSandboxAccount(actor: UserActor): Promise<AccountView> {
  authorize(actor, 'accounts.manage')
  const env = getEnv()
  if (!env.SANDBOX_API_URL || !env.SANDBOX_API_SECRET)
    throw new AppError('unavailable', 'This instance runs without the sandbox (SANDBOX=off).')
  const existing = await getDb().account.findFirst({
    where: { environment: 'sandbox', apiKey: env.SANDBOX_API_KEY, removedAt: null },
    select: accountViewSelect,
  })
  if (existing) return toAccountView(existing)
  return addAccount(actor, {
    label: 'Sandbox',
    environment: 'sandbox',
    apiKey: env.SANDBOX_API_KEY,
    apiSecret: env.SANDBOX_API_SECRET,
  })
}

export async function relabelAccount(
  actor: UserActor,
  input: AccountRef & { label: string },
): Promise<AccountView> {
  authorize(actor, 'accounts.manage')
  const before = await getLiveAccount(input.id)
  return transact(async (tx) => {
    const row = await tx.account.update({
      where: { id: input.id },
      data: { label: input.label },
      select: accountViewSelect,
    })
    await recordAudit(tx, actor, {
      kind: 'account.relabelled',
      subject: subjectOf(row),
      data: { before: before.label },
    })
    return toAccountView(row)
  })
}

/** Replaces the secret, after trying it; the account's waiting requests then go on. */
export async function replaceSecret(
  actor: UserActor,
  input: AccountRef & { apiSecret: string },
): Promise<AccountView> {
  authorize(actor, 'accounts.manage')
  const account = await getLiveAccount(input.id)
  await tryKeyPair(actor, account, input.apiSecret, subjectOf(account))
  await transact(async (tx) => {
    await storeCheckedSecret(tx, account.id, input.apiSecret)
    await recordAudit(tx, actor, { kind: 'account.secret-replaced', subject: subjectOf(account) })
  })
  return toAccountView(await getLiveAccount(input.id))
}

/** Tries the stored key pair now; when it works, a refused account goes on. */
export async function checkAccount(actor: UserActor, { id }: AccountRef): Promise<AccountView> {
  authorize(actor, 'accounts.manage')
  const account = await getLiveAccount(id)
  const secret = unsealSecret(await getSealedSecret(id), { key: getVaultKey(), context: id })
  await tryKeyPair(actor, account, secret, subjectOf(account))
  await transact(async (tx) => {
    await markChecked(tx, id)
    await recordAudit(tx, actor, { kind: 'account.checked', subject: subjectOf(account) })
  })
  return toAccountView(await getLiveAccount(id))
}

/** Removes an account and its secret. Its reports and their files stay. */
export async function removeAccount(actor: UserActor, { id }: AccountRef): Promise<void> {
  authorize(actor, 'accounts.manage')
  const account = await getLiveAccount(id)
  await transact(async (tx) => {
    await tx.accountSecret.deleteMany({ where: { accountId: id } })
    await tx.account.update({
      where: { id },
      data: {
        removedAt: await appNow(tx),
        secretTail: '',
        refusedAt: null,
        refusal: Prisma.DbNull,
      },
      select: { id: true },
    })
    await recordAudit(tx, actor, { kind: 'account.removed', subject: subjectOf(account) })
    // Wakes what still waits, so that each request says at once that its account is gone.
    await resumeAccount(tx, id)
  })
}
