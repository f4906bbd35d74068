import { lockSpending } from '@/lib/data/accounts/lock-spending'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, type Tx, transact } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import { planTitle } from '@/lib/plan/plan-title'
import type { PlannedRequest } from '@/lib/plan/planned-request'
import type { UserActor } from '@/lib/schemas/actor'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { mostRequests } from '@/lib/schemas/form-rules'
import { addRequests } from './add-requests'
import { enforceBudgets } from './enforce-budgets'
import { planValid } from './plan-valid'
import { takePaidParts } from './take-paid-parts'

/**
 * Stores what a person asked for: the report, what it takes of earlier files, its requests and their wake-ups, in one
 * transaction. No call to Vonage is made here. Requests that Vonage would surely refuse are left out. The same form sent
 * twice makes one report.
 * @throws AppError `invalid` with the fields at fault, `conflict` where more would be paid for than the person saw or a
 * budget allows, `forbidden`
 */
export async function createReport(
  actor: UserActor,
  input: CreateReportInput,
): Promise<{ id: string }> {
  authorize(actor, 'reports.create')
  try {
    return await transact((tx) => makeReport(tx, actor, input))
  } catch (error) {
    // Two clicks at the same moment: the other transaction won, so its report is the answer.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return createReport(actor, input)
    throw error
  }
}

async function makeReport(
  tx: Tx,
  actor: UserActor,
  input: CreateReportInput,
): Promise<{ id: string }> {
  await lockSpending(
    tx,
    input.accounts.map(({ accountId }) => accountId),
  )
  const again = await tx.report.findUnique({
    where: { formId: input.formId },
    select: { id: true, createdById: true },
  })
  if (again?.createdById === actor.id) return { id: again.id }
  if (again) throw new AppError('conflict', 'This form was used already. Open a new one.')
  const now = await appNow(tx)
  const planned = await planValid(tx, input, now)
  const { kept, missing } =
    input.reuse === 'kept'
      ? await takePaidParts(tx, planned, input.seen)
      : { kept: [], missing: planned }
  if (missing.length > mostRequests)
    throw new AppError(
      'invalid',
      `What is missing between the files that are there makes ${missing.length} requests; a report can have ${mostRequests}. Ask for a shorter range, or for everything again.`,
    )
  await enforceBudgets(tx, actor, missing, { pass: input.passBudget })
  const accountIds = [...new Set(planned.map(({ accountId }) => accountId))]
  const report = await tx.report.create({
    data: {
      formId: input.formId,
      createdById: actor.id,
      title: planTitle(planned),
      timeZone: input.timeZone,
      parameters: { ...input, seen: null, passBudget: false },
      products: [...new Set(planned.map(({ product }) => product))],
      accountIds,
      ...spanOf(planned),
      createdAt: now,
    },
    select: { id: true, title: true },
  })
  if (kept.length > 0)
    await tx.keptPart.createMany({ data: kept.map((part) => ({ ...part, reportId: report.id })) })
  const requestIds = await addRequests(tx, report.id, missing, now)
  await tx.account.updateMany({ where: { id: { in: accountIds } }, data: { lastUsedAt: now } })
  await recordAudit(tx, actor, {
    kind: 'report.created',
    subject: { kind: 'report', id: report.id, name: report.title },
    data: { requests: missing.length, keptParts: kept.length },
    at: now,
  })
  await recordEvent(tx, actor, {
    reportId: report.id,
    ...(requestIds.length === 1 ? { requestId: requestIds[0] } : {}),
    kind: 'created',
    data: { requests: missing.length, kept: kept.length },
    at: now,
  })
  return { id: report.id }
}

function spanOf(requests: readonly PlannedRequest[]): { dateStart: string; dateEnd: string } {
  const starts = requests.map(({ dateStart }) => dateStart).sort()
  const ends = requests.map(({ dateEnd }) => dateEnd).sort()
  return { dateStart: starts[0] ?? '', dateEnd: ends.at(-1) ?? '' }
}
