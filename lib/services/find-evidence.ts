import { LimiterBusy } from '@/lib/data/rate-limit'
import { findKnownReports } from '@/lib/data/requests/find-known-reports'
import type { Claim } from '@/lib/data/requests/lease'
import { appNow } from '@/lib/db/client'
import { isSameRequest } from '@/lib/plan/same-request'
import { toVonageDate } from '@/lib/schemas/dates'
import { verifyCallbackToken } from '@/lib/vault/callback-token'
import { reportStatuses, type VonageClient } from '@/lib/vonage/client'
import { parseParameters } from '@/lib/vonage/parse-parameters'
import type { VonageReport } from '@/lib/vonage/parse-report'
import { parseUsage } from '@/lib/vonage/parse-usage'
import { VonageError } from '@/lib/vonage/vonage-error'
import { applyReport } from './apply-report'
import { countFollowed } from './count-followed'
import { makeProblem } from './problem'
import type { Outcome } from './settle-request'
import {
  describeEvidence,
  evidenceLooksMs,
  notMadeTitle,
  settledLook,
  unconfirmedProblem,
} from './unconfirmed'
import { openAccountClient } from './upstream'
import { getVaultKey } from './vault-key'

/** The two clocks may differ; a report that was received this long before our POST left is still ours. */
const clockSkewMs = 120_000

/** What Vonage’s list tells of a lost create; null: it gives none. */
type Listed = {
  /** Carries our own token: it is ours for certain. */
  ours: VonageReport | undefined
  /** Asked for with the same words, and none of ours by its id. */
  alike: VonageReport | undefined
  /** Names a report of ours that came later: the list is up to date beyond the lost one. */
  isCurrent: boolean
} | null

/**
 * Looks whether Vonage made the report whose answer was lost: in its list, which is deprecated and may be gone, and in
 * REPORTS-USAGE, which is free. A listed report that echoes our own callback token is ours, and is adopted. Where the list
 * is proven to be up to date and neither names it, it was surely not made, and is sent again. All else is only told.
 */
export async function findEvidence(claim: Claim, signal: AbortSignal): Promise<Outcome> {
  const look = claim.follows
  const sentAt = claim.submittedAt
  if (look >= evidenceLooksMs.length || !sentAt) return { againInMs: null }
  const againInMs = evidenceLooksMs[look + 1] ?? null
  try {
    const client = await openAccountClient(claim.account)
    const listed = await lookInList(claim, sentAt, client, signal)
    if (listed?.ours) return adopt(claim, listed.ours)
    const isInUsage = await lookInUsage(claim, sentAt, client, signal)
    if (listed?.isCurrent && !listed.alike && !isInUsage && look >= settledLook) return sendAgain()
    const found = isInUsage || listed?.alike !== undefined
    const meaning = describeEvidence({
      look,
      isInUsage,
      hasList: listed !== null,
      alike: listed?.alike?.requestId ?? null,
    })
    return {
      patch: {
        follows: look + 1,
        problem: makeProblem({
          ...unconfirmedProblem,
          meaning: `${unconfirmedProblem.meaning} ${meaning}`,
        }),
      },
      events: [{ kind: 'evidence', data: { found } }],
      againInMs: found ? null : againInMs,
    }
  } catch (error) {
    if (error instanceof LimiterBusy || error instanceof VonageError)
      return { patch: { follows: look + 1 }, againInMs }
    throw error
  }
}

async function adopt(claim: Claim, report: VonageReport): Promise<Outcome> {
  const outcome = applyReport(claim, report, await appNow(), await countFollowed(claim))
  return {
    ...outcome,
    events: [{ kind: 'adopted', data: { requestId: report.requestId } }, ...(outcome.events ?? [])],
  }
}

function sendAgain(): Outcome {
  return {
    patch: {
      state: 'queued',
      submittedAt: null,
      follows: 0,
      faults: 0,
      problem: makeProblem(null),
    },
    events: [{ kind: 'requeued', data: { title: notMadeTitle } }],
    againInMs: 0,
  }
}

async function lookInList(
  claim: Claim,
  sentAt: Date,
  client: VonageClient,
  signal: AbortSignal,
): Promise<Listed> {
  const reports = await listSince(claim, sentAt, client, signal)
  if (!reports) return null
  const known = await findKnownReports(
    claim.account.environment,
    reports.map(({ requestId }) => requestId),
  )
  const isOurs = ({ callbackUrl }: VonageReport) =>
    verifyCallbackToken(callbackUrl?.split('/').at(-1) ?? '', getVaultKey()) === claim.id
  const asked = {
    ...claim,
    dateStart: claim.dateStart.getTime(),
    dateEnd: claim.dateEnd.getTime(),
    filters: claim.filters as Record<string, string | boolean>,
  }
  return {
    ours: reports.find(isOurs),
    alike: reports.find(
      ({ requestId, raw }) => !known.has(requestId) && isSameRequest(asked, parseParameters(raw)),
    ),
    isCurrent: reports.some(
      ({ requestId, receiveTime }) =>
        known.has(requestId) && Date.parse(receiveTime ?? '') > sentAt.getTime() + clockSkewMs,
    ),
  }
}

/** Any refusal, and any answer that is no list, means that the call is gone. */
async function listSince(
  claim: Claim,
  sentAt: Date,
  client: VonageClient,
  signal: AbortSignal,
): Promise<VonageReport[] | null> {
  try {
    return await client.listReports(
      {
        accountId: claim.targetAccountId,
        status: reportStatuses,
        dateFrom: toVonageDate(new Date(sentAt.getTime() - clockSkewMs).toISOString()),
      },
      signal,
    )
  } catch (error) {
    if (error instanceof VonageError && error.kind !== 'rate-limited') return null
    throw error
  }
}

/** Whether usage tells of a report of this account, product and range since then; it tells no direction or filters. */
async function lookInUsage(
  claim: Claim,
  sentAt: Date,
  client: VonageClient,
  signal: AbortSignal,
): Promise<boolean> {
  const now = await appNow()
  // Whether a sub-account's report is told to it or to its primary account is documented nowhere.
  for (const accountId of new Set([claim.targetAccountId, claim.account.apiKey])) {
    const { records } = await client.getRecords(
      {
        product: 'REPORTS-USAGE',
        account_id: accountId,
        date_start: toVonageDate(new Date(sentAt.getTime() - clockSkewMs).toISOString()),
        date_end: toVonageDate(now.toISOString()),
      },
      signal,
    )
    if (await hasUnknown(claim, records)) return true
  }
  return false
}

async function hasUnknown(claim: Claim, records: readonly unknown[]): Promise<boolean> {
  const lines = records
    .map(parseUsage)
    .filter((line) => line !== null)
    .filter(({ jobType, product }) => jobType === 'ASYNC_JOB' && product === claim.product)
    .filter(({ parameters }) => {
      const { dateStart, dateEnd, targetAccountId } = parseParameters(parameters)
      return (
        targetAccountId === claim.targetAccountId &&
        wholeSecond(dateStart) === wholeSecond(claim.dateStart.getTime()) &&
        wholeSecond(dateEnd) === wholeSecond(claim.dateEnd.getTime())
      )
    })
  const known = await findKnownReports(
    claim.account.environment,
    lines.map(({ recordId }) => recordId),
  )
  return lines.some(({ recordId }) => !known.has(recordId))
}

function wholeSecond(at: number | null): number | null {
  return at === null ? null : Math.floor(at / 1000)
}
