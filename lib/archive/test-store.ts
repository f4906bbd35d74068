import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDiskStore } from './disk-store'
import type { ArchiveStore } from './store'

/** A disk store in a folder of its own, which goes with the test; `list` names every file in it, hidden ones too. */
export async function createTestStore(): Promise<{
  dir: string
  store: ArchiveStore
  list: () => Promise<string[]>
}> {
  const dir = await mkdtemp(join(tmpdir(), 'archive-test-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return {
    dir,
    store: createDiskStore(dir),
    async list() {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    },
  }
}
