import { pipeline, Readable, Transform } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type CentralDirectory, readCentralDirectory, tailBytes } from './central-directory'
import { readLocalHeader } from './local-header'
import { paceCollector } from './pace-collector'
import type { ArchiveStore, ByteRange } from './store'
import { type ArchiveFacts, damaged, openVerified, verifyStored } from './verify-stored'

/** Fixed part, name and extra field at their longest. */
const localHeaderBytes = 30 + 2 * 0xffff
/** Larger blocks take a fifth less of the processor, and up to 210 MB where the machine is busy: they pile up. */
const outputBytes = 64 * 1024

/** The CSV of a stored report, unpacked as it is read. `entryName` is its name in the archive, null for an empty one. */
export type OpenCsv = { stream: Readable; bytes: number; entryName: string | null }

/**
 * Opens the CSV within a stored archive. Errors as in `openArchive`; should the content prove wrong on the way, the
 * stream is destroyed with an error before its last bytes are given, so a wrong file never looks whole.
 */
export async function openCsv(
  store: ArchiveStore,
  facts: ArchiveFacts & { csvBytes: number },
): Promise<OpenCsv> {
  const identity = await verifyStored(store, facts)
  const read = async (range: ByteRange) =>
    (await openVerified(store, facts, identity, range)).stream
  const tail = await readAll(
    await read({ start: Math.max(0, facts.bytes - tailBytes), end: facts.bytes - 1 }),
  )
  const directory = await readCentralDirectory(tail, facts.bytes)
  if (!directory) return { stream: Readable.from([]), bytes: 0, entryName: null }
  const { entry } = directory
  if (entry.uncompressedSize !== facts.csvBytes) throw damaged(facts, 'the size of its CSV differs')
  if (facts.csvBytes === 0)
    return { stream: Readable.from([]), bytes: 0, entryName: entry.fileName }
  const head = readLocalHeader(
    await readAll(await read({ start: 0, end: Math.min(localHeaderBytes, facts.bytes) - 1 })),
  )
  if (!head || head === 'empty') throw damaged(facts, 'its beginning is not that of a report')
  const packed = await read({
    start: head.dataStart,
    end: head.dataStart + entry.compressedSize - 1,
  })
  const check = createCheck(directory, facts)
  const stream =
    head.method === 0
      ? pipeline(packed, check, () => undefined)
      : pipeline(packed, createInflateRaw({ chunkSize: outputBytes }), check, () => undefined)
  return { stream, bytes: facts.csvBytes, entryName: entry.fileName }
}

/** Holds each block back until the next one came, so that the last is given only after the checksum was right. */
function createCheck({ entry }: CentralDirectory, facts: ArchiveFacts): Transform {
  let crc = 0
  let bytes = 0
  let held: Buffer | null = null
  return new Transform({
    transform(block: Buffer, _encoding, done) {
      paceCollector(block.length)
      crc = crc32(block, crc)
      bytes += block.length
      const ready = held
      held = block
      done(null, ready)
    },
    flush(done) {
      if (crc !== entry.crc32 || bytes !== entry.uncompressedSize) {
        done(damaged(facts, 'the checksum of its CSV (CRC-32) is wrong'))
      } else {
        done(null, held)
      }
    },
  })
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
