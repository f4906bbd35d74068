import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { getDb } from '@/lib/db/client'
import { getDatasetFolder, incomingFolder } from './dataset-folder'

/** How old what no row names must be, in milliseconds: it may be about to be recorded. */
const settledMs = 24 * 3600_000

/** Removes the files of earlier preparations of a dataset. `file` is the one that stays, below the folder. */
export async function tidyDataset(id: string, file: string | null): Promise<void> {
  const folder = join(getDatasetFolder(), id)
  for (const name of await readdir(folder).catch(() => []))
    if (`${id}/${name}` !== file) await rm(join(folder, name), { force: true })
}

/**
 * Removes what no dataset names: of reports that are gone, and what killed workers left. Has those prepared again whose
 * file is not there, as after a restore: backups leave out what can be made from the archives.
 */
export async function tidyDatasets(): Promise<void> {
  const folder = getDatasetFolder()
  const names = await readdir(folder).catch(() => [])
  const ids = names.filter((name) => /^[0-9a-f-]{36}$/.test(name))
  const known = await getDb().$queryRaw<{ id: string; file: string | null; isInHand: boolean }[]>`
    SELECT "id"::text, "file", "leaseId" IS NOT NULL AS "isInHand" FROM "Dataset" WHERE "id" = ANY(${ids}::uuid[])`
  const there: string[] = []
  // What is prepared right now is not named yet.
  for (const { id, file, isInHand } of known)
    if (isInHand) there.push(id)
    else if (file === null) await tidyDataset(id, null)
    else if (await stat(join(folder, file)).catch(() => null)) there.push(id)
  await wantLost(there)
  const kept = new Set(known.map(({ id }) => id))
  const incoming = await readdir(join(folder, incomingFolder)).catch(() => [])
  const unnamed = [
    ...ids.filter((id) => !kept.has(id)),
    ...incoming.map((name) => join(incomingFolder, name)),
  ]
  for (const name of unnamed) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < Date.now() - settledMs)
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** @param there the datasets whose file is there, or about to be */
async function wantLost(there: readonly string[]): Promise<void> {
  await getDb().$executeRaw`
    SELECT want_datasets(ARRAY(
      SELECT "reportId" FROM "Dataset"
      WHERE "file" IS NOT NULL AND "dueAt" IS NULL AND "id" <> ALL(${[...there]}::uuid[])))`
}
