import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ArchiveError } from '@/lib/archive/archive-error'
import { copyArchive } from '@/lib/archive/copy-archive'
import { createDiskStore } from '@/lib/archive/disk-store'
import type { ArchiveStore } from '@/lib/archive/store'
import { getDb } from '@/lib/db/client'
import { type DumpLine, dumpDatabase } from '@/lib/db/dump'
import { writeDumpFile } from '@/lib/db/dump-file'

export const dumpName = 'database.ndjson.gz'
export const manifestName = 'backup.json'

/** What a backup holds; `backup.json` beside it. */
export type BackupManifest = {
  takenAt: string
  /** Archived files that the database names as kept, and their bytes. */
  files: number
  bytes: number
  /** Of these: copied now, and there from an earlier backup. */
  copied: number
  kept: number
  /** Files that the database names and the store does not have as recorded. */
  faults: string[]
}

type Wanted = { key: string; bytes: number; sha256: string }

/**
 * Writes a backup into a folder while the product runs: the database as it was at one moment, and every file that it names.
 * A folder that has one already gets what is new; it stays a whole backup at every moment. The key that opens the API
 * secrets is not in it.
 */
export async function backUp(
  databaseUrl: string,
  store: ArchiveStore,
  folder: string,
): Promise<BackupManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const manifest: BackupManifest = {
    takenAt: '',
    files: 0,
    bytes: 0,
    copied: 0,
    kept: 0,
    faults: [],
  }
  const wanted: Wanted[] = []
  const nextDump = join(folder, `${dumpName}.new`)
  // A file is there before its row: all that this moment's rows name can be copied afterwards.
  await writeDumpFile(nextDump, noting(dumpDatabase(databaseUrl), manifest, wanted))
  const copies = createDiskStore(join(folder, 'archives'))
  for (const facts of wanted) {
    manifest.files += 1
    manifest.bytes += facts.bytes
    try {
      const copied = await copyArchive(store, copies, facts)
      if (copied !== 'missing') manifest[copied] += 1
      else if (await isKept(facts.key)) manifest.faults.push(`${facts.key} is missing`)
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.kind !== 'damaged') throw error
      manifest.faults.push(error.message)
    }
  }
  await rename(nextDump, join(folder, dumpName))
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  })
  return manifest
}

/** Whether a file is still to be there: it may have been deleted while others were copied. */
async function isKept(storeKey: string): Promise<boolean> {
  return (await getDb().archive.count({ where: { storeKey, deletedAt: null } })) > 0
}

/** @throws when the folder has no whole backup */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null)
  if (text === null) throw new Error(`${folder} has no backup: there is no ${manifestName} in it.`)
  return JSON.parse(text) as BackupManifest
}

async function* noting(
  lines: AsyncIterable<DumpLine>,
  manifest: BackupManifest,
  wanted: Wanted[],
): AsyncGenerator<DumpLine> {
  for await (const line of lines) {
    if ('head' in line) manifest.takenAt = line.head.takenAt
    if ('row' in line && line.table === 'Archive') {
      const { storeKey, bytes, sha256, deletedAt } = JSON.parse(line.row)
      if (!deletedAt) wanted.push({ key: storeKey, bytes: Number(bytes), sha256 })
    }
    yield line
  }
}
