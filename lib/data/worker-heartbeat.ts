import { getDb } from '@/lib/db/client'

/** Says that this worker lives, by the database's real time: a moved test clock must not make it look dead. */
export async function beat(id: string): Promise<void> {
  await getDb().$executeRaw`
    INSERT INTO "WorkerHeartbeat" ("id", "beatAt", "updatedAt") VALUES (${id}::uuid, now(), now())
    ON CONFLICT ("id") DO UPDATE SET "beatAt" = now(), "updatedAt" = now()`
  await getDb().$executeRaw`DELETE FROM "WorkerHeartbeat" WHERE "beatAt" < now() - interval '1 day'`
}

/** Takes the worker off the list when it stops in order. */
export async function endHeartbeat(id: string): Promise<void> {
  await getDb().workerHeartbeat.deleteMany({ where: { id } })
}
