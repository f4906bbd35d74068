import type { Tx } from '@/lib/db/client'
import type { RequestState } from '@/lib/schemas/states'

/** A request that is due and in nobody's hands. */
export type DueRequest = {
  id: string
  accountId: string
  state: RequestState
  /**
   * Of those that wait to be sent: its place among its report's. What Vonage has already comes first, at 0. Of files that
   * wait to be fetched: the hours that Vonage still keeps them.
   */
  turn: number
}

/**
 * What is due and in nobody's hands, at most so many of each account, and as many files. The reports of an account take turns, so that a
 * small one does not wait for a huge one.
 * @param accountId null: of all accounts
 */
export function listDue(
  tx: Tx,
  { accountId, mostOfAccount }: { accountId: string | null; mostOfAccount: number },
): Promise<DueRequest[]> {
  return tx.$queryRaw<DueRequest[]>`
    SELECT "id", "accountId", "state", "turn" FROM (
      SELECT *, row_number() OVER (
        PARTITION BY "accountId", "state" = 'archiving' ORDER BY "turn", "dueAt", "id"
      ) AS place
      FROM (
        SELECT "id"::text, "accountId"::text, "state"::text, "dueAt",
          CASE WHEN "state" = 'archiving' THEN
            greatest(0, coalesce(extract(epoch FROM "fileDeadline" - app_now()) / 3600, 0))::int
          WHEN "state" <> 'queued' THEN 0 ELSE
            (row_number() OVER (PARTITION BY "reportId", "accountId", "state" = 'queued' ORDER BY "id") - 1)::int
          END AS "turn"
        FROM "ReportRequest"
        WHERE "dueAt" <= app_now() AND ("leaseUntil" IS NULL OR "leaseUntil" < app_now())
          AND (${accountId}::uuid IS NULL OR "accountId" = ${accountId}::uuid)
      ) AS due
    ) AS placed
    WHERE place <= ${mostOfAccount}
    ORDER BY place`
}
