import { getDb } from '@/lib/db/client'

/** Seconds since a worker last said that it lives, by the database's real time; null when none ever did. */
export async function getHeartbeatAge(): Promise<number | null> {
  const rows = await getDb().$queryRaw<{ age: number | null }[]>`
    SELECT EXTRACT(EPOCH FROM now() - max("beatAt"))::float8 AS "age" FROM "WorkerHeartbeat"`
  return rows[0]?.age ?? null
}
