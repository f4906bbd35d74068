import { pipeline, type Readable, Transform } from 'node:stream'
import type { ArchiveStore, ByteRange } from './store'
import { type ArchiveFacts, damaged, openVerified, verifyStored } from './verify-stored'

/** `bytes` is what the stream gives: of the whole file, or of the range. */
export type OpenArchive = { stream: Readable; bytes: number }

/**
 * Opens a stored archive, bit for bit, or a range of it. A missing or damaged file is an `ArchiveError` before any
 * byte is given; one that breaks off later destroys the stream with an error.
 */
export async function openArchive(
  store: ArchiveStore,
  facts: ArchiveFacts,
  range?: ByteRange,
): Promise<OpenArchive> {
  const identity = await verifyStored(store, facts)
  const { stream } = await openVerified(store, facts, identity, range)
  const bytes = range ? range.end - range.start + 1 : facts.bytes
  return { stream: assertLength(stream, bytes, facts), bytes }
}

function assertLength(source: Readable, bytes: number, facts: ArchiveFacts): Readable {
  let seen = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(null, chunk)
    },
    flush(done) {
      done(seen === bytes ? null : damaged(facts, 'it ended before it was complete'))
    },
  })
  return pipeline(source, counted, () => undefined)
}
