import type { Tx } from '@/lib/db/client'
import { toVonageInstant } from '@/lib/format/vonage-time'
import type { OwnCall, UnmatchedLine } from '@/lib/plan/match-usage'

type Unmatched = { lines: UnmatchedLine[]; calls: OwnCall[] }

/** Reports are sent at most so long before Vonage has received them. */
const slowMs = 600_000

/** Usage of an account that is no report of ours by its id, and the reports of ours that have no usage yet. */
export async function listUnmatchedReports(tx: Tx, accountId: string): Promise<Unmatched> {
  const requests = await tx.reportRequest.findMany({
    where: { accountId, submittedAt: { not: null }, usage: { none: {} } },
    select: {
      id: true,
      targetAccountId: true,
      product: true,
      dateStart: true,
      dateEnd: true,
      receiveTime: true,
      submittedAt: true,
      itemsCount: true,
    },
  })
  const calls = requests.map(({ dateStart, dateEnd, receiveTime, submittedAt, ...request }) => ({
    ...request,
    // Vonage is asked in whole seconds.
    dateStart: toSecond(dateStart),
    dateEnd: toSecond(dateEnd),
    receivedAt: receiveTime?.getTime() ?? null,
    sentAt: (submittedAt ?? new Date(0)).getTime(),
    items: request.itemsCount,
  }))
  return { calls, lines: await listLines(tx, accountId, ['ASYNC_JOB'], calls) }
}

/** Usage of an account that is no page of a look-up of ours by its id, and the pages that have no usage yet. */
export async function listUnmatchedPages(tx: Tx, accountId: string): Promise<Unmatched> {
  const calls = await tx.$queryRaw<(Omit<OwnCall, 'receivedAt' | 'sentAt'> & { at: Date })[]>`
    SELECT p."lookupId" || ' ' || p."number" AS "id", l."targetAccountId", l."product",
      extract(epoch FROM (l."parameters"->'steps'->p."step"->>'dateStart')::timestamptz)::float8 * 1000 AS "dateStart",
      extract(epoch FROM (l."parameters"->'steps'->p."step"->>'dateEnd')::timestamptz)::float8 * 1000 AS "dateEnd",
      COALESCE(p."receivedAt", p."createdAt") AS "at", jsonb_array_length(p."records") AS "items"
    FROM "RecordPage" p JOIN "RecordLookup" l ON l."id" = p."lookupId"
    WHERE l."accountId" = ${accountId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "UsageRecord" u WHERE u."recordId" = p."requestId")`
  const sent = calls.map(({ at, ...call }) => ({
    ...call,
    receivedAt: at.getTime(),
    sentAt: at.getTime(),
  }))
  const kinds = ['SYNC_JOB_FROM_ID', 'SYNC_JOB_FROM_DATES']
  return { calls: sent, lines: await listLines(tx, accountId, kinds, sent) }
}

async function listLines(
  tx: Tx,
  accountId: string,
  jobTypes: string[],
  calls: readonly OwnCall[],
): Promise<UnmatchedLine[]> {
  if (calls.length === 0) return []
  const first = Math.min(...calls.map(({ sentAt }) => sentAt)) - slowMs
  const rows = await tx.usageRecord.findMany({
    where: {
      accountId,
      requestId: null,
      lookupId: null,
      jobType: { in: jobTypes },
      receivedAt: { gte: new Date(first) },
    },
    select: {
      recordId: true,
      targetAccountId: true,
      product: true,
      receivedAt: true,
      itemsWritten: true,
      parameters: true,
    },
  })
  return rows.map(({ parameters, receivedAt, itemsWritten, ...row }) => ({
    ...row,
    receivedAt: receivedAt.getTime(),
    itemsWritten: itemsWritten === null ? null : Number(itemsWritten),
    dateStart: readMoment(parameters, 'date_start'),
    dateEnd: readMoment(parameters, 'date_end'),
  }))
}

function readMoment(parameters: unknown, name: string): number | null {
  const said = (parameters as Record<string, unknown> | null)?.[name]
  return typeof said === 'string' ? toVonageInstant(said) : null
}

function toSecond(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000
}
