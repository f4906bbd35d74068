import type { BigIntStats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { missingAsNull } from './missing-as-null'
import type { ByteRange, OpenedFile, StoredFile } from './store'

const readSize = 256 * 1024

function toStoredFile(stats: BigIntStats): StoredFile {
  const { dev, ino, size, mtimeNs, ctimeNs } = stats
  return { bytes: Number(size), identity: [dev, ino, size, mtimeNs, ctimeNs].join('.') }
}

/** Size and identity of a file; null for a missing one and for what is no file. */
export async function statDiskFile(path: string): Promise<StoredFile | null> {
  const stats = await stat(path, { bigint: true }).catch(missingAsNull)
  return stats?.isFile() ? toStoredFile(stats) : null
}

/** Opens a file, or a range of it, for streaming; null for a missing one. */
export async function openDiskFile(path: string, range?: ByteRange): Promise<OpenedFile | null> {
  const handle = await open(path, 'r').catch(missingAsNull)
  if (!handle) return null
  try {
    const stats = await handle.stat({ bigint: true })
    if (!stats.isFile()) {
      await handle.close()
      return null
    }
    const file = toStoredFile(stats)
    if (file.bytes === 0 || (range && range.end < range.start)) {
      await handle.close()
      return { ...file, stream: Readable.from([]) }
    }
    return { ...file, stream: handle.createReadStream({ ...range, highWaterMark: readSize }) }
  } catch (error) {
    await handle.close().catch(() => undefined)
    throw error
  }
}
