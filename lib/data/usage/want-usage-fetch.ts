import type { Tx } from '@/lib/db/client'

/**
 * A person waits for these accounts' usage: the worker fetches it next, however long it meant to wait after a fault,
 * which is over until the next one. An account that it has in hand just now is looked at again right after
 * (`settleUsageFetch`).
 */
export async function wantUsageFetch(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "UsageFetch" ("accountId", "dueAt", "wantedAt", "updatedAt")
    SELECT id, app_now(), app_now(), app_now() FROM unnest(${[...accountIds]}::uuid[]) AS id
    ON CONFLICT ("accountId") DO UPDATE SET "dueAt" = excluded."dueAt", "wantedAt" = excluded."wantedAt",
      "problem" = NULL`
}
