import { lockSpending } from '@/lib/data/accounts/lock-spending'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { canBeRetried } from '@/lib/data/requests/allowed-deeds'
import { type LockedRequest, lockRequests } from '@/lib/data/requests/lock-requests'
import { appNow, type Tx, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { addRequests } from './add-requests'
import { refuseInState, whyNotInState } from './change-request'
import type { DeedOutcome } from './deed-outcome'
import { enforceBudgets } from './enforce-budgets'
import type { RequestRef } from './request-actions'

/**
 * Asks for an ended request's records anew, billed anew: a new request of the same report takes its place, and the old
 * one stays in the timeline. A second click leads to the same new request. A rejected one would be refused again: it is
 * duplicated and corrected instead.
 * @param passBudget an admin goes past the account's hard stop
 * @throws AppError `conflict` in a state that allows no retry or at a budget's hard stop, `gone` without its account
 */
export async function retryRequest(
  actor: UserActor,
  { requestId, passBudget = false }: RequestRef & { passBudget?: boolean },
): Promise<{ requestId: string }> {
  authorize(actor, 'reports.create')
  return transact(async (tx) => {
    const [request] = await lockRequests(tx, [requestId])
    if (!request) throw new AppError('not-found', 'There is no such report.')
    if (request.replacedById) return { requestId: request.replacedById }
    if (request.account.removedAt)
      throw new AppError('gone', 'The account of this report was removed. Add it again first.')
    if (!canBeRetried(request)) refuseInState(request.state, 'retried')
    const [replacement] = await replaceRequests(tx, actor, [request], passBudget)
    return { requestId: replacement ?? requestId }
  })
}

/**
 * Retries many requests of one report, each alone, in one transaction. What was retried before is done already.
 * @throws AppError `conflict` at a budget's hard stop
 */
export async function retryRequests(
  actor: UserActor,
  requestIds: readonly string[],
  { passBudget }: { passBudget: boolean } = { passBudget: false },
): Promise<DeedOutcome> {
  authorize(actor, 'reports.create')
  return transact(async (tx) => {
    const found = await lockRequests(tx, requestIds)
    const fresh = found.filter(({ replacedById }) => replacedById === null)
    const retried = fresh.filter(canBeRetried)
    await replaceRequests(tx, actor, retried, passBudget)
    const refused = fresh.filter((request) => !canBeRetried(request))
    return {
      done: found.length - refused.length,
      refused: refused.map(({ state }) => whyNotInState(state, 'retried')),
    }
  })
}

/** @param replaced of one report, locked */
async function replaceRequests(
  tx: Tx,
  actor: UserActor,
  replaced: readonly LockedRequest[],
  passBudget: boolean,
): Promise<string[]> {
  const [first] = replaced
  if (!first) return []
  await lockSpending(
    tx,
    replaced.map(({ accountId }) => accountId),
  )
  const asked = replaced.map((request) => ({ ...request.asked, key: request.id }))
  await enforceBudgets(tx, actor, asked, { pass: passBudget })
  const now = await appNow(tx)
  const { reportId } = first
  const ids = await addRequests(tx, reportId, asked, now)
  const pairs = replaced.map(({ id }, index) => ({ old: id, replacement: ids[index] }))
  await tx.$executeRaw`
    UPDATE "ReportRequest" AS r
    SET "replacedById" = p.replacement, "version" = r."version" + 1, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS p("old" uuid, "replacement" uuid)
    WHERE r."id" = p."old"`
  await recordEvent(tx, actor, {
    reportId,
    ...(replaced.length === 1 ? { requestId: first.id } : {}),
    kind: 'retried',
    data: { requests: replaced.length },
    at: now,
  })
  await recordAudit(tx, actor, {
    kind: 'report.retried',
    subject: { kind: 'report', id: reportId, name: first.report.title },
    data: { requests: replaced.length },
    at: now,
  })
  return ids
}
