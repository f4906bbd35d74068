import { getProduct, isProductCode } from '@/lib/catalogue/products'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { type LockedLookup, lockLookup } from '@/lib/data/lookups/lock-lookup'
import { longestCallMs } from '@/lib/data/lookups/lookup-view'
import { savePage } from '@/lib/data/lookups/save-page'
import { LimiterBusy } from '@/lib/data/rate-limit'
import { appNow, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { toVonageDate } from '@/lib/schemas/dates'
import {
  type FetchPageInput,
  type LookupNext,
  type LookupStep,
  recordsPerPage,
} from '@/lib/schemas/record-lookup'
import type { Problem } from '@/lib/schemas/views'
import type { RecordsQuery } from '@/lib/vonage/client'
import type { VonageRecords } from '@/lib/vonage/parse-records'
import { VonageError } from '@/lib/vonage/vonage-error'
import { enforceLookupBudget } from './lookup-budget'
import { makeProblem, problemOf } from './problem'
import { openAccountClient } from './upstream'

type Asked = { lookup: LockedLookup; next: LookupNext; step: LookupStep; askedAt: Date }

/**
 * Asks Vonage for the next page of a look-up, which it bills, and keeps it. Asking for a page that is here costs nothing.
 * That a call is under way is written down before it leaves: one whose process ends is found as `doubtful` and never
 * repeated by itself.
 * @throws AppError `forbidden`, `not-found`, `gone` (the account was removed), `conflict` where it can't be asked for now
 */
export async function fetchLookupPage(actor: UserActor, input: FetchPageInput): Promise<void> {
  authorize(actor, 'reports.create')
  const asked = await transact(async (tx) => {
    const lookup = await lockLookup(tx, input.lookupId)
    if (input.number <= lookup.pages) return null
    const { next, step } = refuseOutOfTurn(lookup, input)
    const now = await appNow(tx)
    refuseRunning(lookup, input.again, now)
    const call = {
      account: lookup.account,
      product: lookup.product,
      records: 'ids' in step ? step.ids.length : recordsPerPage,
    }
    if (!isFree(lookup)) await enforceLookupBudget(tx, actor, call, { pass: input.passBudget })
    await tx.recordLookup.update({
      where: { id: lookup.id },
      data: { askedAt: now },
      select: { id: true },
    })
    return { lookup, next, step, askedAt: now }
  })
  if (!asked) return
  try {
    await keepPage(actor, asked, await ask(asked))
  } catch (error) {
    await keepFault(actor, asked, error)
  }
}

function refuseOutOfTurn(
  { next, parameters, pages, account }: LockedLookup,
  { number }: FetchPageInput,
): { next: LookupNext; step: LookupStep } {
  const step = next && parameters.steps[next.step]
  if (!next || !step) throw new AppError('conflict', 'All of this look-up is here already.')
  if (number !== pages + 1)
    throw new AppError('conflict', 'Another page is the next one by now. Look at it anew.')
  if (account.removedAt)
    throw new AppError('gone', 'The account of this look-up was removed. Add it again first.')
  return { next, step }
}

function refuseRunning(lookup: LockedLookup, again: boolean, now: Date): void {
  const runsMs = lookup.askedAt ? now.getTime() - lookup.askedAt.getTime() : null
  if (runsMs !== null && runsMs <= longestCallMs)
    throw new AppError('conflict', 'This page is being fetched right now.')
  if ((runsMs !== null || lookup.state === 'doubtful') && !again && !isFree(lookup))
    throw new AppError(
      'conflict',
      'The answer to the last call is lost, and may have been billed. Say that you want to ask again.',
    )
}

async function ask({ lookup, next, step }: Asked): Promise<VonageRecords> {
  const client = await openAccountClient(lookup.account)
  return next.href ? client.getNextRecords(next.href) : client.getRecords(toQuery(lookup, step))
}

function toQuery(lookup: LockedLookup, step: LookupStep): RecordsQuery {
  return {
    product: lookup.product,
    account_id: lookup.targetAccountId,
    direction: lookup.direction ?? undefined,
    ...('ids' in step
      ? { id: step.ids.join(',') }
      : {
          date_start: toVonageDate(step.dateStart),
          date_end: toVonageDate(step.dateEnd),
        }),
    ...lookup.parameters.filters,
  }
}

async function keepPage(
  actor: UserActor,
  { lookup, next, askedAt }: Asked,
  answer: VonageRecords,
): Promise<void> {
  const { steps } = lookup.parameters
  const furtherStep = next.step + 1 < steps.length ? { step: next.step + 1, href: null } : null
  const isCut = answer.requestStatus === 'TRUNCATED' && answer.nextHref === null
  await transact(async (tx) => {
    const now = await lockLookup(tx, lookup.id)
    // Somebody asked again meanwhile, and has that page.
    if (now.pages !== lookup.pages || now.askedAt?.getTime() !== askedAt.getTime()) return
    await savePage(
      tx,
      lookup.id,
      {
        number: lookup.pages + 1,
        step: next.step,
        records: answer.records,
        requestId: answer.requestId,
        receivedAt: answer.receivedAt,
        price: answer.price,
        currency: answer.currency,
      },
      {
        next: answer.nextHref ? { step: next.step, href: answer.nextHref } : furtherStep,
        columns: uniteNames(lookup.columns, answer.records),
        missingIds: answer.idsNotFound,
        problem: isCut ? cutShort : null,
        at: await appNow(tx),
      },
    )
    await audit(tx, actor, lookup, { rows: answer.records.length })
  })
}

function uniteNames(known: readonly string[], records: VonageRecords['records']): string[] {
  const names = new Set(known)
  for (const record of records) for (const name of Object.keys(record)) names.add(name)
  return [...names]
}

const cutShort: Problem = {
  title: 'Vonage says that there are more records, and gives no way to them.',
  meaning: 'This page is here and billed. What follows it is missing.',
  nextStep: 'Look up shorter ranges, or ask for a report of these days.',
}

/** Kinds of faults after which nobody knows whether Vonage billed the page. */
const doubtful: readonly string[] = ['lost', 'server', 'unreadable', 'unexpected']

async function keepFault(
  actor: UserActor,
  { lookup, askedAt }: Asked,
  error: unknown,
): Promise<void> {
  const isVonage = error instanceof VonageError
  const isDoubtful = isVonage && doubtful.includes(error.kind) && !isFree(lookup)
  await transact(async (tx) => {
    const { count } = await tx.recordLookup.updateMany({
      where: { id: lookup.id, askedAt },
      data: {
        askedAt: null,
        ...(isVonage
          ? {
              state: isDoubtful ? 'doubtful' : 'failed',
              problem: makeProblem(isDoubtful ? lost(error) : refused(error)),
            }
          : {}),
      },
    })
    if (count === 1 && isVonage) await audit(tx, actor, lookup, { rows: 0 })
  })
  if (error instanceof LimiterBusy)
    throw new AppError(
      'throttled',
      'This API key is busy with other calls, so Vonage was not asked. Try again in a few seconds.',
    )
  if (!isVonage) throw error
}

function refused(error: VonageError): Problem {
  const { title, meaning, nextStep, ...rest } = problemOf(error, 'records')
  return { title, meaning: `${meaning} Nothing was billed for this call.`, nextStep, ...rest }
}

function lost(error: VonageError): Problem {
  const { title, ...rest } = problemOf(error, 'records')
  return {
    ...rest,
    title,
    meaning: 'Nobody knows whether Vonage billed the records of this page; usage will tell.',
    nextStep: 'Ask for this page again if you accept that it may be billed a second time.',
  }
}

function isFree({ product }: LockedLookup): boolean {
  return isProductCode(product) && getProduct(product).free === true
}

async function audit(
  tx: Parameters<typeof recordAudit>[0],
  actor: UserActor,
  lookup: LockedLookup,
  { rows }: { rows: number },
): Promise<void> {
  await recordAudit(tx, actor, {
    kind: 'records.looked-up',
    subject: { kind: 'lookup', id: lookup.id, name: lookup.account.label },
    data: { product: lookup.product, rows },
  })
}
