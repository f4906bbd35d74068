import { z } from 'zod'
import { LimiterBusy } from '@/lib/data/rate-limit'
import type { Claim } from '@/lib/data/requests/lease'
import { appNow } from '@/lib/db/client'
import { toVonageDate } from '@/lib/schemas/dates'
import { VonageError } from '@/lib/vonage/vonage-error'
import { makeProblem } from './problem'
import type { Outcome } from './settle-request'
import { evidenceLooksMs, unconfirmedProblem } from './unconfirmed'
import { openAccountClient } from './upstream'

/** The two clocks may differ; a report that was received this long before our POST left is still ours. */
const clockSkewMs = 120_000

/** What is read of a REPORTS-USAGE record (facts 3); `request_params` is an object or its JSON text. */
const usageRecord = z.looseObject({
  job_type: z.string().catch(''),
  request_product: z.string().catch(''),
  request_params: z
    .union([z.string(), z.looseObject({})])
    .catch('')
    .transform((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
})

function matches(claim: Claim, record: unknown): boolean {
  const usage = usageRecord.safeParse(record).data
  if (usage?.request_product !== claim.product || usage.job_type !== 'ASYNC_JOB') return false
  const params = usage.request_params
  const says = (date: Date) => params.includes(date.toISOString().slice(0, 19))
  return says(claim.dateStart) && says(claim.dateEnd) && params.includes(claim.targetAccountId)
}

/**
 * Looks into REPORTS-USAGE, which is free, whether Vonage made the report whose answer was lost, and tells the person
 * what it shows. Evidence only: nothing is adopted or repeated because of it.
 */
export async function findEvidence(claim: Claim, signal: AbortSignal): Promise<Outcome> {
  const look = claim.follows
  const next = evidenceLooksMs[look + 1]
  const againInMs = next ?? null
  if (look >= evidenceLooksMs.length || !claim.submittedAt) return { againInMs: null }
  try {
    const now = await appNow()
    const client = await openAccountClient(claim.account)
    const usage = await client.getRecords(
      {
        product: 'REPORTS-USAGE',
        account_id: claim.account.apiKey,
        date_start: toVonageDate(new Date(claim.submittedAt.getTime() - clockSkewMs).toISOString()),
        date_end: toVonageDate(now.toISOString()),
      },
      signal,
    )
    const found = usage.records.some((record) => matches(claim, record))
    const told = found
      ? 'Reports usage at Vonage lists a report of this product, account and range since then (it tells no direction or filters), so it was most likely made and billed, unless it is another report of yours. Sending it again may bill it twice.'
      : `Reports usage at Vonage lists no such report so far (looked ${look + 1} ${look === 0 ? 'time' : 'times'}). That makes it likely, not certain, that it was never made.`
    return {
      patch: {
        follows: look + 1,
        problem: makeProblem({
          ...unconfirmedProblem,
          meaning: `${unconfirmedProblem.meaning} ${told}`,
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
