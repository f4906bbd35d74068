import type { Tx } from '@/lib/db/client'

/** Tells which of an account's usage is ours by Vonage's id of it: that of the report, or of a look-up's page. */
export async function matchById(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "UsageRecord" u SET "requestId" = r."id", "matchedBy" = 'id'
    FROM "ReportRequest" r
    WHERE u."accountId" = ${accountId}::uuid AND r."requestId" = u."recordId"
      AND (u."requestId" IS NULL OR u."matchedBy" = 'facts')`
  await tx.$executeRaw`
    UPDATE "UsageRecord" u SET "lookupId" = p."lookupId", "matchedBy" = 'id'
    FROM "RecordPage" p
    WHERE u."accountId" = ${accountId}::uuid AND p."requestId" = u."recordId"
      AND (u."lookupId" IS NULL OR u."matchedBy" = 'facts')`
}

/** @param calls ids of requests, or of look-ups, by the id of the line */
export async function saveMatches(
  tx: Tx,
  accountId: string,
  kind: 'requestId' | 'lookupId',
  calls: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [recordId, callId] of calls)
    await tx.usageRecord.update({
      where: { accountId_recordId: { accountId, recordId } },
      data: { [kind]: callId, matchedBy: 'facts' },
      select: { recordId: true },
    })
}
