import type { Tx } from '@/lib/db/client'

/** What an account was charged this month. */
export type Spent = { accountId: string; currency: string; spent: string }

/** What REPORTS-USAGE says was charged for reports in this calendar month (UTC), by account and currency. */
export function countSpent(tx: Tx, accountIds: readonly string[]): Promise<Spent[]> {
  return tx.$queryRaw<Spent[]>`
    SELECT "accountId", "currency", trim_scale(sum("totalPrice"))::text AS "spent"
    FROM "UsageRecord"
    WHERE "accountId" = ANY(${[...accountIds]}::uuid[]) AND "isCharged" IS DISTINCT FROM false
      AND "totalPrice" IS NOT NULL
      AND "receivedAt" >= date_trunc('month', app_now(), 'UTC')
    GROUP BY "accountId", "currency"`
}
