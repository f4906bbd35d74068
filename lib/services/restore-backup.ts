import { join } from 'node:path'
import { copyArchive } from '@/lib/archive/copy-archive'
import { createDiskStore } from '@/lib/archive/disk-store'
import type { ArchiveStore } from '@/lib/archive/store'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, getDb, transact } from '@/lib/db/client'
import { readDumpFile } from '@/lib/db/dump-file'
import { loadDump } from '@/lib/db/load-dump'
import type { Actor } from '@/lib/schemas/actor'
import { dumpName, readManifest } from './back-up'
import { makeProblem } from './problem'

export type Restored = {
  takenAt: string
  files: number
  /** Files that the backup does not have as recorded. */
  faults: string[]
  /** Requests that may have been sent since, and wait for proof now. */
  doubtful: number
}

const restorer: Actor = { kind: 'worker', id: 'restore', name: 'Restore' }

/**
 * Brings a backup back: into an empty database, which `DATABASE_URL` names, and into a store.
 * @param nothingSince the instance that was backed up did nothing afterwards, so nothing was sent that the backup does not
 * know of
 * @throws DumpError when the database is not empty, or the backup can't be read
 */
export async function restoreBackup(
  databaseUrl: string,
  store: ArchiveStore,
  folder: string,
  { nothingSince }: { nothingSince: boolean },
): Promise<Restored> {
  await readManifest(folder)
  const { takenAt } = await loadDump(databaseUrl, readDumpFile(join(folder, dumpName)))
  // Before the files, which may take hours: whoever breaks off here and starts the product must not send these again.
  const doubtful = nothingSince ? 0 : await doubtUnsent(new Date(takenAt))
  await forgetDatasets()
  const copies = createDiskStore(join(folder, 'archives'))
  const faults: string[] = []
  const archives = await getDb().archive.findMany({
    where: { deletedAt: null },
    select: { storeKey: true, bytes: true, sha256: true },
  })
  for (const { storeKey, bytes, sha256 } of archives) {
    const facts = { key: storeKey, bytes: Number(bytes), sha256 }
    const copied = await copyArchive(copies, store, facts).catch((error: Error) => error.message)
    if (copied === 'missing') faults.push(`${storeKey} is missing`)
    else if (copied !== 'copied' && copied !== 'kept') faults.push(copied)
  }
  return { takenAt, files: archives.length - faults.length, faults, doubtful }
}

/** Their files are not in a backup: they are made again from the archives. */
async function forgetDatasets(): Promise<void> {
  await getDb().$executeRaw`
    UPDATE "Dataset" SET "state" = 'waiting', "file" = NULL, "dueAt" = app_now(), "wishes" = "wishes" + 1,
      "leaseId" = NULL, "leaseUntil" = NULL`
}

/**
 * What waited to be sent may have been sent after the backup, and billed. It is not sent again blindly: it counts as a
 * create whose answer was lost, which Vonage's list and a person settle.
 */
async function doubtUnsent(takenAt: Date): Promise<number> {
  return transact(async (tx) => {
    const unsent = await tx.reportRequest.findMany({
      where: { state: 'queued' },
      select: { id: true, reportId: true },
    })
    const now = await appNow(tx)
    await tx.reportRequest.updateMany({
      where: { id: { in: unsent.map(({ id }) => id) } },
      data: {
        state: 'unconfirmed',
        submittedAt: takenAt,
        follows: 0,
        dueAt: now,
        leaseId: null,
        leaseUntil: null,
        version: { increment: 1 },
        problem: makeProblem({
          title: 'It came from a backup.',
          meaning:
            'It waited to be sent when the backup was made. Whether it was sent afterwards, and billed, nobody knows here. It is not repeated by itself, since that could bill it twice.',
          nextStep:
            'Send again if you know that it was not sent, or accept that risk; or cancel it here.',
        }),
      },
    })
    for (const { id, reportId } of unsent)
      await recordEvent(tx, restorer, {
        reportId,
        requestId: id,
        kind: 'unconfirmed',
        data: { title: 'Restored from a backup: it may have been sent since.' },
        at: now,
      })
    return unsent.length
  })
}
