import { authorize } from '@/lib/data/authorize'
import { type CutOffRequest, findCutOff } from '@/lib/data/requests/find-cut-off'
import { getDb, type Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { Span } from '@/lib/plan/cover-range'
import { cutPaid } from '@/lib/plan/cut-paid'
import type { PastRecords } from '@/lib/plan/estimate-records'
import { toSeen } from '@/lib/plan/kept-rows'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { RestPlan } from '@/lib/plan/rest'
import { findRest, splitRest } from '@/lib/plan/split-rest'
import type { UserActor } from '@/lib/schemas/actor'
import { hasRight } from '@/lib/schemas/rights'
import { checkBudgets } from './check-budgets'
import { estimateCost } from './estimate-cost'
import { findPaidParts } from './find-paid-parts'

/** What a cut off file surely has, and the requests that would bring what it lacks. */
export type Rest = { cutOff: CutOffRequest; whole: Span | null; requests: AskedRequest[] }

/**
 * Counts out what asking for the rest of a cut off file would do. Nothing is sent.
 * @throws AppError `forbidden`, `not-found` where no file was cut off, `conflict` where it can't be asked for
 */
export async function planRest(actor: UserActor, requestId: string): Promise<RestPlan> {
  authorize(actor, 'reports.create')
  const { requests, whole, cutOff } = await findRequests(getDb(), requestId)
  const paid = await findPaidParts(requests)
  const missing = cutPaid(requests, paid)
  const estimate = await estimateCost(missing, getDb(), whatItTells(cutOff, whole))
  return {
    timeZone: cutOff.timeZone,
    ranges: missing.map(({ dateStart, dateEnd }) => ({ dateStart, dateEnd })),
    isAll: whole === null,
    parts: paid.flatMap(({ parts }) => parts),
    running: paid.flatMap(({ running }) => running),
    estimate,
    budgets: await checkBudgets(missing, estimate),
    seen: toSeen(paid),
    mayPassBudget: hasRight(actor.role, 'accounts.manage'),
  }
}

/** The requests that bring what a cut off file lacks, each small enough as far as that can be foreseen. */
export async function findRequests(tx: Tx, requestId: string): Promise<Rest> {
  const cutOff = await findCutOff(tx, requestId)
  if (!cutOff) throw new AppError('not-found', 'Vonage cut off no file of this request.')
  if (cutOff.isReplaced)
    throw new AppError('conflict', 'The rest of this file was asked for already.')
  if (!cutOff.isUsable)
    throw new AppError(
      'conflict',
      'The account was removed, or Vonage refuses its key. Look under Accounts first.',
    )
  const { asked, cut, timeZone } = cutOff
  const { whole, rest } = findRest(cut)
  const guess = await estimateCost([{ ...asked, ...toRange(rest) }], tx, whatItTells(cutOff, whole))
  const records = guess.requests[0]?.records?.expected ?? cut.rows * 2
  const requests = splitRest(rest, records, cut.rows, timeZone).map((span, index) => ({
    ...asked,
    ...toRange(span),
    key: `${asked.key}/${index + 1}`,
  }))
  return { cutOff, whole, requests }
}

/** How many records the cut off file has of what it surely has whole: the best hint at what follows. */
export function whatItTells({ cut }: CutOffRequest, whole: Span | null): PastRecords[] {
  return whole ? [{ ...whole, rows: cut.rows }] : []
}

function toRange({ from, to }: Span): { dateStart: string; dateEnd: string } {
  return { dateStart: new Date(from).toISOString(), dateEnd: new Date(to).toISOString() }
}
