import yauzl from 'yauzl'
import { ArchiveError } from './archive-error'

/** Enough for one entry's directory with name, extra fields and comments at their longest. */
export const tailBytes = 512 * 1024

const zip64EndSignature = 0x06064b50
const zip64EndBytes = 76

/** The directory of a ZIP with exactly one entry: the entry, and where the directory begins. */
export type CentralDirectory = { entry: yauzl.Entry; start: number }

/**
 * Reads the central directory from the last bytes of an archive of `bytes` bytes; null for an archive without any
 * entry. Throws `several-entries`, and `corrupt` or `truncated` for a directory that does not end the file exactly.
 */
export async function readCentralDirectory(
  tail: Buffer,
  bytes: number,
): Promise<CentralDirectory | null> {
  const zip = await yauzl
    .fromRandomAccessReaderPromise(new TailReader(tail, bytes), bytes, { strictFileNames: true })
    .catch(refuse)
  if (zip.entryCount > 1) {
    throw new ArchiveError(
      'several-entries',
      `The archive holds ${zip.entryCount} files where a report has one. It was not kept.`,
    )
  }
  const start = readCursor(zip)
  const entry = await readFirstEntry(zip).catch(refuse)
  assertEnd(tail, bytes, readCursor(zip), zip.comment.length)
  return entry && { entry, start }
}

/** How far the directory was read; its type says boolean, but it is an offset. */
function readCursor(zip: yauzl.ZipFile): number {
  return Number(zip.readEntryCursor)
}

async function readFirstEntry(zip: yauzl.ZipFile): Promise<yauzl.Entry | null> {
  let first: yauzl.Entry | null = null
  for await (const entry of zip.eachEntry()) first ??= entry
  return first
}

function assertEnd(tail: Buffer, bytes: number, directoryEnd: number, commentBytes: number): void {
  const gap = bytes - 22 - commentBytes - directoryEnd
  const at = directoryEnd - (bytes - tail.length)
  const isZip64 = gap >= zip64EndBytes && tail.readUInt32LE(at) === zip64EndSignature
  if (gap !== 0 && !isZip64) refuse(new Error('something lies between the directory and its end'))
}

function refuse(error: Error): never {
  if (/signature not found/.test(error.message)) {
    throw new ArchiveError('truncated', 'The end of the archive is missing. It was not kept.', {
      cause: error,
    })
  }
  throw new ArchiveError(
    'corrupt',
    'The archive is damaged: its directory is not in order. It was not kept.',
    {
      cause: error,
    },
  )
}

class TailReader extends yauzl.RandomAccessReader {
  readonly #tail: Buffer
  readonly #offset: number

  constructor(tail: Buffer, bytes: number) {
    super()
    this.#tail = tail
    this.#offset = bytes - tail.length
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const from = position - this.#offset
    if (from < 0 || from + length > this.#tail.length) {
      callback(new Error('the directory points outside of the end of the file'))
      return
    }
    this.#tail.copy(buffer, offset, from, from + length)
    callback(null)
  }
}
