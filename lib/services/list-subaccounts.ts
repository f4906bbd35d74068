import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { LimiterBusy } from '@/lib/data/rate-limit'
import { listKnownSubaccounts } from '@/lib/data/subaccounts/list-known-subaccounts'
import { saveSubaccounts } from '@/lib/data/subaccounts/save-subaccounts'
import { appNow, getDb, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { ListSubaccountsInput, SubaccountList } from '@/lib/schemas/subaccounts'
import type { Problem } from '@/lib/schemas/views'
import type { VonageSubaccounts } from '@/lib/vonage/parse-subaccounts'
import { VonageError } from '@/lib/vonage/vonage-error'
import { problemOf } from './problem'
import { openAccountClient } from './upstream'

/** A person waits for the answer. */
const patienceMs = 15_000
/** Sub-accounts come and go, but seldom. */
const freshMs = 24 * 3600_000

/**
 * The sub-accounts of an account, by `GET /accounts/{api_key}/subaccounts`, which costs nothing. A list younger than a
 * day is given as it is, unless `refresh`. Where Vonage gives none, the last one is given with the reason.
 * @throws AppError `forbidden`; `not-found` for an account that is not there
 */
export async function listSubaccounts(
  actor: UserActor,
  { accountId, refresh }: ListSubaccountsInput,
): Promise<SubaccountList> {
  authorize(actor, 'reports.create')
  const account = await getDb().account.findFirst({
    where: { id: accountId, removedAt: null },
    select: { id: true, label: true, environment: true, apiKey: true },
  })
  if (!account) throw new AppError('not-found', 'This account is not there any more.')
  const known = await findKnown(accountId)
  const age = known.fetchedAt ? (await appNow()).getTime() - Date.parse(known.fetchedAt) : Infinity
  if (!refresh && age < freshMs) return known
  const answer = await ask(account)
  if ('problem' in answer) return { ...known, problem: answer.problem }
  await transact(async (tx) => {
    await saveSubaccounts(
      tx,
      accountId,
      answer.subaccounts.map(({ apiKey, name, suspended }) => ({
        apiKey,
        name: name ?? '',
        suspended,
      })),
      await appNow(tx),
    )
    await recordAudit(tx, actor, {
      kind: 'account.subaccounts-listed',
      subject: { kind: 'account', id: account.id, name: account.label },
      data: { subaccounts: answer.subaccounts.length },
    })
  })
  return findKnown(accountId)
}

async function findKnown(accountId: string): Promise<SubaccountList> {
  const [known] = await listKnownSubaccounts([accountId])
  return known
    ? { subaccounts: known.subaccounts, fetchedAt: known.fetchedAt, problem: null }
    : { subaccounts: [], fetchedAt: null, problem: null }
}

async function ask(
  account: Parameters<typeof openAccountClient>[0],
): Promise<VonageSubaccounts | { problem: Problem }> {
  try {
    const client = await openAccountClient(account)
    return await client.listSubaccounts(AbortSignal.timeout(patienceMs))
  } catch (error) {
    if (error instanceof LimiterBusy) return { problem: busy }
    if (error instanceof VonageError) return { problem: problemOf(error, 'subaccounts') }
    throw error
  }
}

const busy: Problem = {
  title: 'This API key is busy with other calls',
  meaning: 'Vonage was not asked, and nothing was billed.',
  nextStep: 'Try again in a few seconds.',
}
