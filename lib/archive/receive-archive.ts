import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ArchiveError } from './archive-error'
import { tailBytes } from './central-directory'
import { createEntryReader } from './entry-reader'
import { paceCollector } from './pace-collector'
import { watchPace } from './pace-watch'
import type { ArchiveStore } from './store'
import { createTail } from './stream-tail'
import { verifyStructure } from './verify-structure'

const defaultMaxBytes = 2 * 1024 ** 3
const defaultMaxCsvBytes = 64 * 1024 ** 3

/** In bytes: the largest archive (default 2 GiB), and the most that it may unpack to (default 64 GiB). */
export type ReceiveLimits = { maxBytes?: number; maxCsvBytes?: number }

export type ReceiveOptions = {
  source: Readable
  store: ArchiveStore
  key: string
  /** Its exact size in bytes, where the sender told it. */
  contentLength?: number | null
  signal?: AbortSignal
  limits?: ReceiveLimits
}

/** The facts of a stored archive. An archive without a file in it is an empty report: `entryName` null, no rows. */
export type ReceivedArchive = {
  bytes: number
  sha256: string
  rows: number
  csvBytes: number
  entryName: string | null
  columns: string[]
}

/**
 * Stores a downloaded report in one pass and constant memory: hashes it, unpacks and counts it, and commits it only
 * when it proved whole to the last byte. Otherwise nothing is left of it. Throws an `ArchiveError`; errors of the
 * source pass as they are.
 */
export async function receiveArchive(options: ReceiveOptions): Promise<ReceivedArchive> {
  const { source, store, key, signal, limits = {} } = options
  const announced = options.contentLength ?? null
  const stop = () => source.destroy(aborted())
  const write = await store.startWrite(key).catch((error) => {
    source.on('error', () => undefined).destroy()
    throw error
  })
  const reader = createEntryReader(limits.maxCsvBytes ?? defaultMaxCsvBytes)
  signal?.addEventListener('abort', stop)
  try {
    if (signal?.aborted) throw aborted()
    const hash = createHash('sha256')
    const tail = createTail(tailBytes)
    const keepPace = watchPace()
    let bytes = 0
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytes += chunk.length
      assertSize(bytes, limits.maxBytes ?? defaultMaxBytes, announced)
      keepPace(chunk.length)
      hash.update(chunk)
      tail.push(chunk)
      paceCollector(chunk.length)
      await Promise.all([write.write(chunk), reader.push(chunk)])
    }
    assertComplete(bytes, announced)
    const entry = await reader.finish()
    const entryName = await verifyStructure(entry, tail.read(), bytes)
    if (signal?.aborted) throw aborted()
    await write.commit()
    const { rows, columns, bytes: csvBytes } = entry.csv
    return { bytes, sha256: hash.digest('hex'), rows, csvBytes, entryName, columns }
  } catch (error) {
    source.on('error', () => undefined).destroy()
    await write.abort()
    throw signal?.aborted ? aborted() : error
  } finally {
    signal?.removeEventListener('abort', stop)
    reader.destroy()
  }
}

function assertSize(bytes: number, maxBytes: number, announced: number | null): void {
  if (bytes > maxBytes) {
    throw new ArchiveError(
      'too-large',
      `The archive is larger than ${maxBytes} bytes, the most that is taken. Ask for a shorter date range.`,
    )
  }
  if (announced !== null && bytes > announced) {
    throw new ArchiveError(
      'corrupt',
      `More than the announced ${announced} bytes came. The file was not kept.`,
    )
  }
}

function assertComplete(bytes: number, announced: number | null): void {
  if (announced !== null && bytes < announced) {
    throw new ArchiveError(
      'truncated',
      `Only ${bytes} of ${announced} bytes came before the download ended. The part was not kept.`,
    )
  }
}

function aborted(): ArchiveError {
  return new ArchiveError(
    'aborted',
    'The download was stopped before it was complete. Nothing was kept.',
  )
}
