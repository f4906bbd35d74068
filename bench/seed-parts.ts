import { randomUUID } from 'node:crypto'
import { columnsOf } from '@/lib/catalogue/columns'
import type { Db } from '@/lib/db/client'

export const seedDay = 24 * 3600_000
/** The first of the archived days. */
export const seedStart = Date.UTC(2025, 9, 1)

/** Who the seeded records are of: sub-accounts of one account, each with both directions of two products. */
export type SeededParts = { accountId: string; targets: string[]; days: number }

/**
 * Fills a database with archived parts, one for each day of each series: sub-account, product and direction. Only rows,
 * no files.
 */
export async function seedParts(db: Db, targets: number, days: number): Promise<SeededParts> {
  const user = await db.user.create({
    data: { email: `${randomUUID()}@example.com`, name: 'Bench' },
    select: { id: true },
  })
  const account = await db.account.create({
    data: { label: 'Bench', environment: 'live', apiKey: randomUUID().slice(0, 8), secretTail: '' },
    select: { id: true },
  })
  const names = Array.from({ length: targets }, (_, i) => `t${String(i).padStart(7, '0')}`)
  const start = new Date(seedStart)
  for (const target of names) {
    const reportId = randomUUID()
    await db.$executeRaw`
      INSERT INTO "Report" ("id", "formId", "createdById", "title", "timeZone", "parameters", "updatedAt")
      VALUES (${reportId}::uuid, gen_random_uuid(), ${user.id}::uuid, ${target}, 'UTC', '{}', now())`
    await db.$executeRaw`
      INSERT INTO "ReportRequest" ("id", "reportId", "accountId", "product", "direction", "targetAccountId",
        "dateStart", "dateEnd", "filters", "state", "requestStatus", "receiveTime", "updatedAt")
      SELECT gen_random_uuid(), ${reportId}::uuid, ${account.id}::uuid, product, direction, ${target},
        ${start}::timestamptz + day * interval '1 day', ${start}::timestamptz + (day + 1) * interval '1 day', '{}', 'ready', 'SUCCESS',
        ${start}::timestamptz + (day + 8) * interval '1 day', now()
      FROM unnest(ARRAY['SMS', 'MESSAGES']) AS product, unnest(ARRAY['inbound', 'outbound']) AS direction,
        generate_series(0, ${days - 1}::int) AS day`
    await db.$executeRaw`
      INSERT INTO "Archive" ("requestId", "storeKey", "bytes", "sha256", "rows", "csvBytes", "columns", "updatedAt")
      SELECT "id", "id"::text, 1, '', 1000, 1, ${[...columnsOf('SMS', 'outbound')]}::text[], now()
      FROM "ReportRequest" WHERE "reportId" = ${reportId}::uuid`
  }
  await db.$executeRaw`ANALYZE`
  return { accountId: account.id, targets: names, days }
}
