import { authorize } from '@/lib/data/authorize'
import { LimiterBusy } from '@/lib/data/rate-limit'
import { findKnownReports } from '@/lib/data/requests/find-known-reports'
import { listRecentElsewhere } from '@/lib/data/usage/list-recent-elsewhere'
import { appNow, getDb } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { toVonageDate } from '@/lib/schemas/dates'
import type { ElsewhereList, ElsewhereReport, ListElsewhereInput } from '@/lib/schemas/elsewhere'
import type { Problem } from '@/lib/schemas/views'
import { reportStatuses } from '@/lib/vonage/client'
import { parseParameters } from '@/lib/vonage/parse-parameters'
import type { VonageReport } from '@/lib/vonage/parse-report'
import { VonageError } from '@/lib/vonage/vonage-error'
import { problemOf } from './problem'
import { openAccountClient } from './upstream'

/** A person waits for the answer. */
const patienceMs = 20_000
/** Vonage forgets a report 4 days after it was received (facts 0.3). */
const reportLifeMs = 4 * 24 * 3600_000

/**
 * The reports of the last 4 days that Vonage tells of: by its list, which is deprecated and may be gone (facts 1.5), and
 * by what is known of its usage. Says which of them are here.
 * @throws AppError `forbidden`; `not-found` for an account that is not there
 */
export async function listElsewhere(
  actor: UserActor,
  { accountId }: ListElsewhereInput,
): Promise<ElsewhereList> {
  authorize(actor, 'reports.create')
  const account = await getDb().account.findFirst({
    where: { id: accountId, removedAt: null },
    select: { id: true, environment: true, apiKey: true },
  })
  if (!account) throw new AppError('not-found', 'This account is not there any more.')
  const since = new Date((await appNow()).getTime() - reportLifeMs)
  const answer = await ask(account, since)
  const listed = 'problem' in answer ? [] : answer.map(toElsewhere)
  const ids = new Set(listed.map(({ requestId }) => requestId))
  const told = (await listRecentElsewhere(accountId, since)).filter(
    ({ requestId }) => !ids.has(requestId),
  )
  const all = [...listed, ...told]
  const known = await findKnownReports(
    account.environment,
    all.map(({ requestId }) => requestId),
  )
  return {
    reports: all
      // Usage is asked for by this dashboard itself, every day.
      .filter(({ product, requestId }) => product !== 'REPORTS-USAGE' || known.has(requestId))
      .map((report) => ({ ...report, known: known.get(report.requestId) ?? null }))
      .sort((a, b) => (b.receivedAt ?? '').localeCompare(a.receivedAt ?? '')),
    problem: 'problem' in answer ? answer.problem : null,
  }
}

async function ask(
  account: Parameters<typeof openAccountClient>[0],
  since: Date,
): Promise<VonageReport[] | { problem: Problem }> {
  try {
    const client = await openAccountClient(account)
    return await client.listReports(
      { status: reportStatuses, dateFrom: toVonageDate(since.toISOString()) },
      AbortSignal.timeout(patienceMs),
    )
  } catch (error) {
    if (error instanceof LimiterBusy) return { problem: busy }
    if (error instanceof VonageError) return { problem: problemOf(error, 'list') }
    throw error
  }
}

function toElsewhere({ requestId, requestStatus, receiveTime, itemsCount, raw }: VonageReport) {
  const { product, direction, targetAccountId, dateStart, dateEnd } = parseParameters(raw)
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  return {
    requestId,
    status: requestStatus,
    receivedAt: receiveTime,
    product,
    direction,
    targetAccountId,
    dateStart: iso(dateStart),
    dateEnd: iso(dateEnd),
    records: itemsCount,
    isFromUsage: false,
    known: null,
  } satisfies ElsewhereReport
}

const busy: Problem = {
  title: 'This API key is busy with other calls',
  meaning: 'Vonage was not asked.',
  nextStep: 'Try again in a few seconds.',
}
