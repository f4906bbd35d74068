import { randomUUID } from 'node:crypto'
import { isProductCode, productTitle } from '@/lib/catalogue/products'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { LimiterBusy } from '@/lib/data/rate-limit'
import { findKnownReports } from '@/lib/data/requests/find-known-reports'
import { appNow, getDb, type Tx, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { adoptedForm } from '@/lib/plan/adopted-form'
import { wake } from '@/lib/queue/boss'
import type { UserActor } from '@/lib/schemas/actor'
import type { AdoptReportInput } from '@/lib/schemas/elsewhere'
import { parseParameters } from '@/lib/vonage/parse-parameters'
import type { VonageReport } from '@/lib/vonage/parse-report'
import { VonageError } from '@/lib/vonage/vonage-error'
import { problemOf } from './problem'
import { openAccountClient } from './upstream'

/** A person waits for the answer. */
const patienceMs = 20_000
/** Without a range Vonage takes the last seven days (facts 0.9). */
const defaultRangeMs = 7 * 24 * 3600_000

type Account = { id: string; label: string; environment: 'live' | 'sandbox'; apiKey: string }

/**
 * Takes over a report that was made elsewhere, by Vonage's id of it: it is followed and archived as if made here. Asking
 * how it is costs nothing; its records were billed to whoever asked for it. One that is here already is the answer itself.
 * @throws AppError `forbidden`; `invalid` with the field for an id that the key does not know, or a report that can't be
 * shown here; `upstream` when Vonage gave no usable answer
 */
export async function adoptReport(
  actor: UserActor,
  { accountId, requestId }: AdoptReportInput,
): Promise<{ reportId: string; isNew: boolean }> {
  authorize(actor, 'reports.create')
  const account = await getDb().account.findFirst({
    where: { id: accountId, removedAt: null },
    select: { id: true, label: true, environment: true, apiKey: true },
  })
  if (!account) throw fieldError('accountId', 'This account is not there any more. Choose another.')
  const known = (await findKnownReports(account.environment, [requestId])).get(requestId)
  if (known) return { reportId: known.reportId, isNew: false }
  const report = await ask(account, requestId)
  return transact(async (tx) => {
    const lock = `adopt ${account.environment} ${report.requestId}`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
    const made = await findKnownReports(account.environment, [report.requestId], tx)
    const there = made.get(report.requestId)
    if (there) return { reportId: there.reportId, isNew: false }
    return { reportId: await keep(tx, actor, account, report), isNew: true }
  })
}

async function ask(account: Account, requestId: string): Promise<VonageReport> {
  try {
    const client = await openAccountClient(account)
    return await client.getReport(requestId, AbortSignal.timeout(patienceMs))
  } catch (error) {
    if (error instanceof LimiterBusy)
      throw new AppError('throttled', 'This API key is busy. Try again in a few seconds.')
    if (!(error instanceof VonageError)) throw error
    if (error.kind === 'not-found')
      throw fieldError(
        'requestId',
        `Vonage knows no such report for the key of “${account.label}”. It was made with another key, is older than 4 days, or the ID is mistyped.`,
      )
    const { title, nextStep, instance } = problemOf(error, 'status')
    const trace = instance ? ` (Vonage’s trace id: ${instance})` : ''
    throw new AppError('upstream', `${title}. Nothing was taken over. ${nextStep}${trace}`, {
      cause: error,
    })
  }
}

async function keep(
  tx: Tx,
  actor: UserActor,
  account: Account,
  report: VonageReport,
): Promise<string> {
  const { product, targetAccountId, dateStart, dateEnd, ...asked } = parseParameters(report.raw)
  if (!isProductCode(product))
    throw fieldError(
      'requestId',
      `This is a report of ${product || 'a product that Vonage does not name'}, which the dashboard does not know.`,
    )
  const now = await appNow(tx)
  const received = report.receiveTime ? new Date(report.receiveTime) : now
  const request = {
    ...asked,
    product,
    accountId: account.id,
    targetAccountId: targetAccountId || account.apiKey,
    dateStart: new Date(dateStart ?? received.getTime() - defaultRangeMs),
    dateEnd: new Date(dateEnd ?? received.getTime()),
  }
  const formId = randomUUID()
  const { id, title, requests } = await tx.report.create({
    data: {
      formId,
      createdById: actor.id,
      title: `${productTitle(product, asked.direction)} · ${account.label}`,
      timeZone: 'UTC',
      parameters: adoptedForm({ formId, ...request }),
      createdAt: now,
      requests: {
        create: {
          ...request,
          state: 'running',
          adopted: true,
          requestId: report.requestId,
          requestStatus: report.requestStatus,
          receiveTime: report.receiveTime,
          startTime: report.startTime,
          itemsCount: report.itemsCount,
          dueAt: now,
          createdAt: now,
        },
      },
    },
    select: { id: true, title: true, requests: { select: { id: true } } },
  })
  for (const { id: rowId } of requests) {
    await recordEvent(tx, actor, {
      reportId: id,
      requestId: rowId,
      kind: 'taken-over',
      data: { requestId: report.requestId, status: report.requestStatus },
      at: now,
    })
    await wake(tx, 'request', { requestId: rowId }, { delayMs: 0, group: account.id })
  }
  await recordAudit(tx, actor, {
    kind: 'report.adopted',
    subject: { kind: 'report', id, name: title },
    data: { requestId: report.requestId },
    at: now,
  })
  return id
}

function fieldError(field: string, message: string): AppError {
  return new AppError('invalid', message, { fieldErrors: { [field]: [message] } })
}
