import type { TransformOptions } from 'node:stream'
import { crc32, createInflateRaw, type ZlibOptions } from 'node:zlib'
import { ArchiveError } from './archive-error'
import { type CsvFacts, createCsvCounter } from './csv-counter'
import { type LocalHeader, readLocalHeader } from './local-header'

const outputBytes = 256 * 1024
const bombFloorBytes = 64 * 1024 * 1024
/** Room on both sides, so that the thread pool has work while a block is being counted. */
const inflateOptions: ZlibOptions & TransformOptions = {
  chunkSize: outputBytes,
  readableHighWaterMark: 4 * outputBytes,
  writableHighWaterMark: outputBytes,
}
/** Deflate reaches 1032; CSV of records with random ids stays far below 100. */
const bombRatio = 250

/** What passed of the single entry of an archive. `header` is null for an archive without entries. */
export type EntryFacts = {
  header: LocalHeader | null
  compressedBytes: number
  crc: number
  csv: CsvFacts
}

/** Takes an archive in chunks, from its first byte on, and unpacks its first entry as it passes. */
export type EntryReader = {
  /** Resolves when the next chunk is welcome; rejects with an `ArchiveError` once the archive is known to be bad. */
  push(chunk: Buffer): Promise<void>
  finish(): Promise<EntryFacts>
  destroy(): void
}

/** See `EntryReader`. More than `maxCsvBytes` unpacked bytes, or a ratio that no report has, are refused. */
export function createEntryReader(maxCsvBytes: number): EntryReader {
  const counter = createCsvCounter()
  let head = Buffer.alloc(0)
  let header: LocalHeader | 'empty' | null = null
  let body: Body | null = null
  let crc = 0
  let csvBytes = 0

  function take(block: Buffer, consumed: number): void {
    csvBytes += block.length
    if (csvBytes > maxCsvBytes || csvBytes > Math.max(bombFloorBytes, consumed * bombRatio)) {
      throw new ArchiveError(
        'too-large',
        'The archive unpacks to far more than a report can hold, so it is not one. It was not kept.',
      )
    }
    crc = crc32(block, crc)
    counter.push(block)
  }

  return {
    async push(chunk) {
      if (header === 'empty') return
      if (body) return body.push(chunk)
      head = Buffer.concat([head, chunk])
      header = readLocalHeader(head)
      if (!header || header === 'empty') return
      body = openBody(header, take)
      const rest = head.subarray(header.dataStart)
      head = Buffer.alloc(0)
      await body.push(rest)
    },
    async finish() {
      if (!header) throw truncated()
      const compressedBytes = header === 'empty' ? 0 : ((await body?.finish()) ?? 0)
      return {
        header: header === 'empty' ? null : header,
        compressedBytes,
        crc,
        csv: counter.finish(),
      }
    },
    destroy() {
      body?.destroy()
    },
  }
}

type Take = (block: Buffer, consumed: number) => void
/** `finish` gives the number of compressed bytes. */
type Body = { push(chunk: Buffer): Promise<void>; finish(): Promise<number>; destroy(): void }

function openBody(header: LocalHeader, take: Take): Body {
  if (header.method === 8) return openDeflated(take)
  if (header.method === 0 && header.compressedBytes !== null)
    return openStored(header.compressedBytes, take)
  throw new ArchiveError(
    'corrupt',
    `The archive is packed in a way that can't be read (method ${header.method}). It was not kept.`,
  )
}

function openStored(bytes: number, take: Take): Body {
  let left = bytes
  return {
    async push(chunk) {
      const block = chunk.subarray(0, left)
      left -= block.length
      if (block.length > 0) take(block, bytes - left)
    },
    async finish() {
      if (left > 0) throw truncated()
      return bytes
    },
    destroy() {},
  }
}

function openDeflated(take: Take): Body {
  const inflate = createInflateRaw(inflateOptions)
  let failure: unknown = null
  let ended = false
  let wake = () => {}

  function fail(error: unknown): void {
    failure ??= error
    wake()
  }

  // Not at once: by then the next block is being unpacked in the thread pool, and both cores work.
  inflate.on('data', (block: Buffer) => {
    setImmediate(() => {
      if (failure) return
      try {
        take(block, inflate.bytesWritten)
        release(block)
      } catch (error) {
        fail(error)
        inflate.destroy()
      }
    })
  })
  inflate.on('drain', () => wake())
  inflate.on('end', () =>
    setImmediate(() => {
      ended = true
      wake()
    }),
  )
  inflate.on('error', (error) => fail(toUnpackError(error)))

  async function waitUntil(isDone: () => boolean): Promise<void> {
    while (!isDone() && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    if (failure) throw failure
  }

  return {
    async push(chunk) {
      if (failure) throw failure
      if (ended) return
      if (!inflate.write(chunk)) await waitUntil(() => ended || !inflate.writableNeedDrain)
    },
    async finish() {
      if (!ended && !failure) inflate.end()
      await waitUntil(() => ended)
      return inflate.bytesWritten
    },
    destroy() {
      fail(truncated())
      inflate.destroy()
    },
  }
}

/**
 * Frees an output buffer as soon as its last part is counted; left to the collector, tens of MB of them pile up.
 * All parts came to us in order, so with the last one the whole buffer is ours: zlib has no room left in it to write.
 */
function release({ buffer, byteOffset, length }: Buffer): void {
  const isLastPart = buffer.byteLength === outputBytes && byteOffset + length === outputBytes
  if (isLastPart && buffer instanceof ArrayBuffer) buffer.transfer(0)
}

function toUnpackError(error: Error): ArchiveError {
  if ((error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR') return truncated()
  return new ArchiveError(
    'corrupt',
    `The archive is damaged: its content can't be unpacked (${error.message}). It was not kept.`,
    { cause: error },
  )
}

function truncated(): ArchiveError {
  return new ArchiveError('truncated', 'The archive ended before it was complete. It was not kept.')
}
