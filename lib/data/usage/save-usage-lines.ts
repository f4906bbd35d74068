import type { Tx } from '@/lib/db/client'

/** A line of REPORTS-USAGE, as it is kept; times as ISO text, money as decimal text. */
type SavedLine = {
  recordId: string
  targetAccountId: string
  masterAccountId: string
  receivedAt: string
  startedAt: string | null
  finishedAt: string | null
  product: string
  jobType: string
  status: string
  itemsWritten: number | null
  isCharged: boolean | null
  price: string | null
  totalPrice: string | null
  currency: string
  tierVolume: string
  parameters: Record<string, unknown>
}

/** Keeps lines of an account's usage. One that is there already is brought up to date: a report goes on after its create. */
export async function saveUsageLines(
  tx: Tx,
  accountId: string,
  lines: readonly SavedLine[],
): Promise<void> {
  // A file may name a line twice, and one statement may write each row once: the last one counts.
  const unique = [...new Map(lines.map((line) => [line.recordId, line])).values()]
  await tx.$executeRaw`
    INSERT INTO "UsageRecord" ("accountId", "recordId", "targetAccountId", "masterAccountId", "receivedAt", "startedAt",
      "finishedAt", "product", "jobType", "status", "itemsWritten", "isCharged", "price", "totalPrice", "currency",
      "tierVolume", "parameters", "updatedAt")
    SELECT ${accountId}::uuid, l."recordId", l."targetAccountId", l."masterAccountId", l."receivedAt", l."startedAt",
      l."finishedAt", l."product", l."jobType", l."status", l."itemsWritten", l."isCharged", l."price", l."totalPrice",
      l."currency", l."tierVolume", l."parameters", app_now()
    FROM jsonb_to_recordset(${JSON.stringify(unique)}::jsonb) AS l("recordId" text, "targetAccountId" text,
      "masterAccountId" text, "receivedAt" timestamptz, "startedAt" timestamptz, "finishedAt" timestamptz,
      "product" text, "jobType" text, "status" text, "itemsWritten" bigint, "isCharged" boolean, "price" numeric,
      "totalPrice" numeric, "currency" text, "tierVolume" text, "parameters" jsonb)
    ON CONFLICT ("accountId", "recordId") DO UPDATE SET
      "targetAccountId" = excluded."targetAccountId", "masterAccountId" = excluded."masterAccountId",
      "receivedAt" = excluded."receivedAt", "startedAt" = excluded."startedAt", "finishedAt" = excluded."finishedAt",
      "product" = excluded."product", "jobType" = excluded."jobType", "status" = excluded."status",
      "itemsWritten" = excluded."itemsWritten", "isCharged" = excluded."isCharged", "price" = excluded."price",
      "totalPrice" = excluded."totalPrice", "currency" = excluded."currency", "tierVolume" = excluded."tierVolume",
      "parameters" = excluded."parameters", "updatedAt" = excluded."updatedAt"`
}
