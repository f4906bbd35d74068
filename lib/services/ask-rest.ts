import { settlingTimeOf } from '@/lib/catalogue/settling'
import { lockSpending } from '@/lib/data/accounts/lock-spending'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { holdArchives } from '@/lib/data/reports/hold-archives'
import { appNow, type Tx, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { AskRestInput } from '@/lib/plan/rest'
import type { UserActor } from '@/lib/schemas/actor'
import { addRequests } from './add-requests'
import { lockRequest } from './change-request'
import { enforceBudgets } from './enforce-budgets'
import { findRequests, type Rest, whatItTells } from './plan-rest'
import { takePaidParts } from './take-paid-parts'

/**
 * Asks for what a cut off file lacks, in the same report: what is paid for is taken, the rest becomes requests. The cut
 * off file then gives only what it surely has whole, so that no record is there twice.
 * @throws AppError as `planRest`, and as a create does: `conflict` for what the person did not see, or at a hard stop
 */
export async function askRest(
  actor: UserActor,
  { requestId, seen, passBudget }: AskRestInput,
): Promise<{ requests: number }> {
  authorize(actor, 'reports.create')
  return transact(async (tx) => {
    const { accountId, reportId } = await lockRequest(tx, requestId)
    await lockSpending(tx, [accountId])
    const rest = await findRequests(tx, requestId)
    const { kept, missing } = await takePaidParts(tx, rest.requests, seen)
    const also = whatItTells(rest.cutOff, rest.whole)
    await enforceBudgets(tx, actor, missing, { pass: passBudget, also })
    const now = await appNow(tx)
    const ids = await addRequests(tx, reportId, missing, now)
    await keepWhole(tx, requestId, rest)
    if (kept.length > 0)
      await tx.keptPart.createMany({ data: kept.map((part) => ({ ...part, reportId })) })
    await tx.reportRequest.update({
      where: { id: requestId },
      // Where everything was paid for already there is no request in its place; itself says so, too.
      data: { replacedById: ids[0] ?? requestId, version: { increment: 1 } },
    })
    const data = { requestId, requests: missing.length, keptParts: kept.length }
    await recordEvent(tx, actor, { reportId, requestId, kind: 'rest-asked', data, at: now })
    await recordAudit(tx, actor, {
      kind: 'report.rest-asked',
      subject: { kind: 'report', id: reportId, name: rest.cutOff.reportTitle },
      data,
      at: now,
    })
    return { requests: missing.length }
  })
}

/** What the cut off file has whole stays a part of the report. */
async function keepWhole(tx: Tx, sourceId: string, { cutOff, whole }: Rest): Promise<void> {
  if (!whole) return
  if (!(await holdArchives(tx, [sourceId])))
    throw new AppError(
      'conflict',
      'The cut off file was deleted, so its records would be missing. Ask for the whole range in a new report.',
    )
  const { product, direction } = cutOff.asked
  const settledTo = (cutOff.fetchedAt?.getTime() ?? 0) - settlingTimeOf(product, direction)
  await tx.keptPart.create({
    data: {
      reportId: cutOff.reportId,
      sourceId,
      dateStart: new Date(whole.from),
      dateEnd: new Date(whole.to),
      mayHaveChanged: settledTo < whole.to,
    },
  })
}
