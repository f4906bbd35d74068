import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import { toStoreError } from './disk-error'
import type { StoreWrite } from './store'

const blockBytes = 1024 * 1024

type DiskHandle = {
  writev(chunks: Uint8Array[]): Promise<{ bytesWritten: number }>
  sync(): Promise<void>
  close(): Promise<void>
}
type DiskTarget = { root: string; path: string; target: string; handle: DiskHandle }

/** Writes to a temporary file in blocks of about 1 MiB, one ahead of the caller; a commit renames it to its target. */
export function startDiskWrite({ root, path, target, handle }: DiskTarget): StoreWrite {
  let block: Uint8Array[] = []
  let blockSize = 0
  let inFlight: Promise<void> = Promise.resolve()
  let open = true

  async function flush(): Promise<void> {
    await inFlight
    if (blockSize === 0) return
    const chunks = block
    block = []
    blockSize = 0
    inFlight = writeAll(handle, chunks)
    // The failure is met by the next flush; until then nobody may be waiting.
    inFlight.catch(() => undefined)
  }

  return {
    async write(chunk) {
      block.push(chunk)
      blockSize += chunk.length
      if (blockSize >= blockBytes) await flush().catch(toStoreError)
    },
    async commit() {
      try {
        await flush()
        await inFlight
        await handle.sync()
        await handle.close()
        await makeFolder(root, dirname(target))
        await rename(path, target)
        open = false
        await syncFolder(dirname(target))
      } catch (error) {
        toStoreError(error)
      }
    },
    async abort() {
      if (!open) return
      open = false
      await inFlight.catch(() => undefined)
      await handle.close().catch(() => undefined)
      await rm(path, { force: true }).catch(() => undefined)
    },
  }
}

/** `writev` may write less than asked, so it goes on until nothing is left. */
async function writeAll(handle: DiskHandle, chunks: Uint8Array[]): Promise<void> {
  let rest = chunks
  while (rest.length > 0) {
    let { bytesWritten } = await handle.writev(rest)
    rest = rest.flatMap((chunk) => {
      const done = Math.min(bytesWritten, chunk.length)
      bytesWritten -= done
      return done === chunk.length ? [] : [chunk.subarray(done)]
    })
  }
}

/** Makes a folder below `root`; each new one is synced into its parent, or a power cut could forget it. */
async function makeFolder(root: string, folder: string): Promise<void> {
  if (!(await mkdir(folder, { recursive: true, mode: 0o700 }))) return
  let current = root
  for (const part of relative(root, folder).split(sep)) {
    await syncFolder(current)
    current += sep + part
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
