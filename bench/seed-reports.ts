import type { Db } from '@/lib/db/client'

const batch = 10_000

/** Everyone has asked for about as many. */
const people = 20
const accounts = 12

/**
 * Fills a database with reports as a team has them after some years: four products, a dozen accounts, one report in
 * twenty with three requests, nine in ten of them ready and archived, and none larger for having more requests. Only rows,
 * no files.
 */
export async function seedReports(db: Db, count: number): Promise<void> {
  await db.user.createMany({
    data: Array.from({ length: people }, (_, index) => ({
      email: `person-${index}@example.com`,
      name: `Person ${index}`,
      role: 'admin' as const,
    })),
  })
  await db.account.createMany({
    data: Array.from({ length: accounts }, (_, index) => ({
      label: `Account ${index}`,
      environment: 'live' as const,
      apiKey: `bench${String(index).padStart(3, '0')}`,
      secretTail: '',
    })),
  })
  for (let from = 0; from < count; from += batch)
    await seedSome(db, from, Math.min(count, from + batch) - 1)
  // As autovacuum does on a database that was filled over years.
  await db.$executeRaw`VACUUM ANALYZE`
}

async function seedSome(db: Db, from: number, to: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Report" ("id", "formId", "createdById", "title", "timeZone", "parameters", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), gen_random_uuid(), p."id",
      (ARRAY['SMS outbound', 'Messages inbound', 'Voice calls', 'Verify v2'])[1 + n % 4] || ' · Account ' || n % ${accounts}::int,
      'UTC', jsonb_build_object('n', n), now() - n * interval '10 minutes', now()
    FROM generate_series(${from}::int, ${to}::int) AS n
    JOIN (SELECT "id", row_number() OVER (ORDER BY "email") - 1 AS number FROM "User") AS p ON p.number = n * 7 % ${people}::int`
  await db.$executeRaw`
    INSERT INTO "ReportRequest" ("id", "reportId", "accountId", "product", "direction", "targetAccountId", "dateStart", "dateEnd",
      "filters", "state", "requestStatus", "requestId", "receiveTime", "submittedAt", "finishedSeenAt", "endedAt", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), r."id", a."id",
      (ARRAY['SMS', 'MESSAGES', 'VOICE-CALL', 'VERIFY-V2'])[1 + r.n % 4], (ARRAY['outbound', 'inbound', 'outbound', NULL])[1 + r.n % 4],
      a."apiKey", date_trunc('day', r."createdAt") - (1 + r.n % 31 + part) * interval '1 day', date_trunc('day', r."createdAt") - part * interval '1 day',
      '{}', (CASE WHEN r.n % 50 = 7 THEN 'failed' WHEN r.n % 50 = 9 THEN 'expired' WHEN r.n % 50 = 11 THEN 'rejected' WHEN r.n % 50 = 13 THEN 'cancelled'
        WHEN r.n % 20011 = 3 THEN 'unconfirmed' ELSE 'ready' END)::"RequestState",
      'SUCCESS', gen_random_uuid()::text, r."createdAt", r."createdAt", r."createdAt" + interval '5 minutes', r."createdAt" + interval '6 minutes',
      r."createdAt", now()
    FROM (SELECT "id", "createdAt", ("parameters"->>'n')::int AS n FROM "Report" WHERE ("parameters"->>'n')::int BETWEEN ${from}::int AND ${to}::int) AS r
    JOIN (SELECT "id", "apiKey", row_number() OVER (ORDER BY "apiKey") - 1 AS number FROM "Account") AS a ON a.number = r.n % ${accounts}::int
    CROSS JOIN LATERAL generate_series(0, CASE WHEN r.n % 20 = 0 THEN 2 ELSE 0 END) AS part`
  await db.$executeRaw`
    INSERT INTO "Archive" ("requestId", "storeKey", "bytes", "sha256", "rows", "csvBytes", "columns", "createdAt", "updatedAt")
    SELECT q."id", q."id"::text, size * 40, '', size, size * 400, '{}', q."createdAt", now()
    FROM "ReportRequest" q JOIN "Report" r ON r."id" = q."reportId"
    CROSS JOIN LATERAL (SELECT abs(hashtext(q."id"::text)) % 2000000 / r."requestCount" AS size) AS s
    WHERE q."state" = 'ready' AND (r."parameters"->>'n')::int BETWEEN ${from}::int AND ${to}::int`
}
