import { setInterval as every } from 'node:timers/promises'
import { LimiterBusy } from '@/lib/data/rate-limit'
import { claimUsageFetch } from '@/lib/data/usage/claim-usage-fetch'
import { saveUsageLines } from '@/lib/data/usage/save-usage-lines'
import {
  renewUsageLease,
  settleUsageFetch,
  type UsageClaim,
  type UsagePatch,
} from '@/lib/data/usage/usage-fetch'
import { getDb, transact } from '@/lib/db/client'
import { nextUsageRange } from '@/lib/plan/usage-range'
import { toVonageDate } from '@/lib/schemas/dates'
import type { Problem } from '@/lib/schemas/views'
import type { VonageClient } from '@/lib/vonage/client'
import type { VonageReport } from '@/lib/vonage/parse-report'
import { VonageError } from '@/lib/vonage/vonage-error'
import { matchOwnUsage } from './match-own-usage'
import { makeProblem, problemOf } from './problem'
import { readUsageFile } from './read-usage-file'
import { openAccountClient } from './upstream'

type Log = { error: (fields: object, message: string) => void }
/** What a step found out, and when to look again, in milliseconds. */
type Step = { patch?: Omit<UsagePatch, 'dueAt'>; againInMs: number }

const dayMs = 24 * 3600_000
const renewEveryMs = 15_000
/** A usage report that is not done by then is given up and asked for anew: it is free. */
const longestJobMs = 3 * 3600_000
/** Vonage answers again: what was told before is over. */
const noProblem = { problem: makeProblem(null) }
const noJob = { jobRequestId: null, jobFrom: null, jobTo: null, jobAskedAt: null }

/**
 * One step of fetching REPORTS-USAGE, which is free, for the account that is due most: asks for a report of it, looks how
 * it is, or brings its lines home. What a crash or a lost answer leaves is asked for again; lines are kept by their id,
 * so that nothing counts twice.
 * @returns false when no account is due
 */
export async function advanceUsageFetch(stop: AbortSignal, log: Log): Promise<boolean> {
  const claim = await claimUsageFetch()
  if (!claim) return false
  const { patch, againInMs } = await holdLease(claim, stop, (signal) =>
    advance(claim, signal).catch((error) => afterFault(claim, error, signal, log)),
  )
  const dueAt = new Date(claim.now.getTime() + againInMs)
  await transact((tx) => settleUsageFetch(tx, claim, { ...patch, dueAt }))
  return true
}

async function advance(claim: UsageClaim, signal: AbortSignal): Promise<Step> {
  // Until the key works again nothing is asked; the account itself says so.
  if (claim.account.refusedAt) return { againInMs: 15 * 60_000 }
  const client = await openAccountClient(claim.account)
  if (!claim.jobRequestId) return ask(claim, client, signal)
  const report = await client.getReport(claim.jobRequestId, signal)
  const { requestStatus, downloadUrl } = report
  if (requestStatus === 'SUCCESS' && downloadUrl)
    return bringHome(claim, client, downloadUrl, signal)
  if (hasFailed(report)) return afterFailedReport(claim, report)
  const runsMs = claim.now.getTime() - (claim.jobAskedAt ?? claim.now).getTime()
  if (runsMs > longestJobMs) return { patch: { ...noJob, faults: claim.faults + 1 }, againInMs: 0 }
  return { patch: noProblem, againInMs: Math.min(60_000, Math.max(2_000, runsMs / 5)) }
}

async function ask(claim: UsageClaim, client: VonageClient, signal: AbortSignal): Promise<Step> {
  const { from, to } = nextUsageRange(claim, claim.now)
  const body = {
    product: 'REPORTS-USAGE',
    account_id: claim.account.apiKey,
    date_start: toVonageDate(from.toISOString()),
    date_end: toVonageDate(to.toISOString()),
    ...(claim.ownOnly ? {} : { include_subaccounts: true }),
  }
  try {
    const { requestId } = await client.createReport(body, signal)
    const job = { jobRequestId: requestId, jobFrom: from, jobTo: to, jobAskedAt: claim.now }
    return { patch: { ...job, ...noProblem }, againInMs: 2_000 }
  } catch (error) {
    const mayBeSubaccounts =
      error instanceof VonageError && (error.kind === 'invalid' || error.kind === 'forbidden')
    if (mayBeSubaccounts && !claim.ownOnly) return { patch: { ownOnly: true }, againInMs: 0 }
    throw error
  }
}

async function bringHome(
  claim: UsageClaim,
  client: VonageClient,
  href: string,
  signal: AbortSignal,
): Promise<Step> {
  const file = await client.openReportFile(href, signal)
  const batches = readUsageFile(claim.accountId, file, signal)
  let batch = await batches.next()
  for (; !batch.done; batch = await batches.next()) {
    const lines = batch.value
    await transact((tx) => saveUsageLines(tx, claim.accountId, lines))
  }
  await transact((tx) => matchOwnUsage(tx, claim.accountId))
  const isCurrent = (claim.jobTo?.getTime() ?? 0) >= claim.now.getTime() - dayMs
  const isWantedAgain = (claim.wantedAt ?? new Date(0)) > (claim.jobAskedAt ?? new Date(0))
  return {
    patch: {
      ...noJob,
      fetchedFrom: claim.fetchedFrom ?? claim.jobFrom,
      fetchedTo: claim.jobTo,
      succeededAt: claim.now,
      problem: makeProblem(batch.value > 0 ? unreadable(batch.value) : null),
      faults: isCurrent ? 0 : claim.faults,
      ...(isCurrent && !isWantedAgain ? { wantedAt: null } : {}),
    },
    againInMs: isCurrent && !isWantedAgain ? dayMs : 0,
  }
}

function hasFailed({ requestStatus, downloadUrl }: VonageReport): boolean {
  return (
    ['FAILED', 'ABORTED', 'TRUNCATED'].includes(requestStatus ?? '') ||
    (requestStatus === 'SUCCESS' && !downloadUrl)
  )
}

function afterFailedReport(claim: UsageClaim, { requestStatus }: VonageReport): Step {
  const problem = {
    title: `Vonage could not make the report of usage (${requestStatus}).`,
    meaning: 'What was fetched before stays. Nothing is billed for it.',
    nextStep: 'It is asked for again by itself, for a shorter time.',
  }
  return {
    patch: { ...noJob, faults: claim.faults + 1, problem: makeProblem(problem) },
    againInMs: backOffMs(claim.faults),
  }
}

function afterFault(claim: UsageClaim, error: unknown, signal: AbortSignal, log: Log): Step {
  if (error instanceof LimiterBusy) return { againInMs: error.retryAfterMs }
  if (signal.aborted) return { againInMs: 0 }
  const isVonage = error instanceof VonageError
  // A report that Vonage does not know any more, or whose file is gone, is asked for anew.
  const isGone = isVonage && error.kind === 'not-found'
  if (!isVonage)
    log.error(
      { err: error, accountId: claim.accountId },
      'fetching usage failed, it is tried again',
    )
  return {
    patch: {
      ...(isGone ? noJob : {}),
      faults: claim.faults + 1,
      problem: makeProblem(isVonage ? problemOf(error, 'usage') : ownFault),
    },
    againInMs: (isVonage && error.retryAfterMs) || backOffMs(claim.faults),
  }
}

const ownFault: Problem = {
  title: 'Fetching usage failed on our side, or its file was not whole.',
  meaning: 'What was fetched before stays. Nothing is billed for it.',
  nextStep: 'It is tried again by itself. If it stays like this, look into the worker’s log.',
}

function unreadable(count: number): Problem {
  return {
    title: `${count} lines of Vonage’s usage could not be read.`,
    meaning: 'They had no id or no time, so the sums here are without them.',
    nextStep: 'Compare with the product Reports usage, which can be asked for as a report.',
  }
}

/** From ten seconds up to six hours. */
function backOffMs(faults: number): number {
  return Math.min(6 * 3600_000, 10_000 * 3 ** Math.min(faults, 10))
}

async function holdLease<T>(
  claim: UsageClaim,
  stop: AbortSignal,
  step: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = new AbortController()
  const lost = new AbortController()
  const renewing = (async () => {
    for await (const _ of every(renewEveryMs, undefined, { signal: ended.signal }))
      if (!(await renewUsageLease(getDb(), claim)))
        lost.abort(new Error('The lease on this account’s usage was lost.'))
  })().catch(() => undefined)
  try {
    return await step(AbortSignal.any([lost.signal, stop]))
  } finally {
    ended.abort()
    await renewing
  }
}
