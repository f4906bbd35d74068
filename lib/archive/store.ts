import type { Readable } from 'node:stream'

/** First and last byte, both inclusive and counted from 0, as in HTTP. */
export type ByteRange = { start: number; end: number }

/** A file of the store as it is now; `identity` changes whenever the file was replaced or written to. */
export type StoredFile = { bytes: number; identity: string }

/** A stored file with its content, or the asked range of it. `identity` is that of the very file being read. */
export type OpenedFile = StoredFile & { stream: Readable }

/** A write in progress. Nobody sees the file before `commit`; after `abort` nothing is left of it. */
export type StoreWrite = {
  /** Takes a chunk over; resolves when the next one is welcome. The chunk must not be changed afterwards. */
  write(chunk: Uint8Array): Promise<void>
  /** Makes the file durable and visible under its key, in place of an earlier one, all at once. */
  commit(): Promise<void>
  /** Gives the write up. Never fails, and does nothing after a commit. */
  abort(): Promise<void>
}

/**
 * Where finished files are kept. Keys look like `2026/11/<uuid>.zip`. All functions throw `ArchiveError` of the kinds
 * `store-full` and `store-failed` only; a missing file is `null`.
 */
export type ArchiveStore = {
  startWrite(key: string): Promise<StoreWrite>
  stat(key: string): Promise<StoredFile | null>
  open(key: string, range?: ByteRange): Promise<OpenedFile | null>
  /** Removes a file; one that is not there is fine. */
  remove(key: string): Promise<void>
  /** All files, temporary ones left out, in no order. `modifiedAt` is by the store's clock. */
  list(): AsyncIterable<{ key: string; modifiedAt: Date }>
  /** Removes what killed writers left: temporary files untouched for `idleMs` milliseconds. Returns how many. */
  sweepTemporary(idleMs?: number): Promise<number>
  /** Proves that a file could be written now. */
  check(): Promise<void>
}
