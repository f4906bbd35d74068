import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { toStoreError } from './disk-error'
import { listFolder } from './disk-list'
import { openDiskFile, statDiskFile } from './disk-read'
import { startDiskWrite } from './disk-write'
import type { ArchiveStore } from './store'
import { assertStoreKey } from './store-key'

const temporaryFolder = '.incoming'
const defaultIdleMs = 60 * 60 * 1000

/** Keeps archives as files below `dir`; temporary ones lie in a hidden folder of it, so that a rename moves them. */
export function createDiskStore(dir: string): ArchiveStore {
  const incoming = join(dir, temporaryFolder)

  function toPath(key: string): string {
    assertStoreKey(key)
    return join(dir, key)
  }

  async function startTemporary() {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const path = join(incoming, `${randomUUID()}.part`)
    return { path, handle: await open(path, 'wx', 0o600) }
  }

  return {
    async startWrite(key) {
      const target = toPath(key)
      const temporary = await startTemporary().catch(toStoreError)
      return startDiskWrite({ root: dir, target, ...temporary })
    },
    async stat(key) {
      return statDiskFile(toPath(key)).catch(toStoreError)
    },
    async open(key, range) {
      return openDiskFile(toPath(key), range).catch(toStoreError)
    },
    async remove(key) {
      const path = toPath(key)
      await rm(path, { force: true }).catch(toStoreError)
    },
    list: () => listFolder(dir),
    async sweepTemporary(idleMs = defaultIdleMs) {
      return sweepFolder(incoming, Date.now() - idleMs).catch(toStoreError)
    },
    async check() {
      const { path, handle } = await startTemporary().catch(toStoreError)
      await handle
        .writeFile(dirname(path))
        .finally(() => handle.close())
        .finally(() => rm(path, { force: true }))
        .catch(toStoreError)
    },
  }
}

async function sweepFolder(folder: string, untouchedSince: number): Promise<number> {
  let swept = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => null)
    if (!facts || facts.mtimeMs > untouchedSince) continue
    await rm(path, { force: true })
    swept++
  }
  return swept
}
