import { ArchiveError } from './archive-error'

const entrySignature = 0x04034b50
const emptySignature = 0x06054b50
const fixedBytes = 30
const zip64Field = 0x0001

/** What stands before an entry's data. `compressedBytes` is null where only the data descriptor tells it. */
export type LocalHeader = {
  method: number
  name: Buffer
  hasDescriptor: boolean
  compressedBytes: number | null
  dataStart: number
}

/**
 * Reads the start of a ZIP as far as it has come: null when more bytes are needed, `empty` for an archive without
 * entries. Throws `not-zip` as soon as the first bytes say so.
 */
export function readLocalHeader(head: Buffer): LocalHeader | 'empty' | null {
  assertZipStart(head)
  if (head.length < 4) return null
  if (head.readUInt32LE(0) === emptySignature) return 'empty'
  if (head.length < fixedBytes) return null
  const flags = head.readUInt16LE(6)
  const nameEnd = fixedBytes + head.readUInt16LE(26)
  const dataStart = nameEnd + head.readUInt16LE(28)
  if (head.length < dataStart) return null
  if (flags & 0x2041) {
    throw new ArchiveError(
      'corrupt',
      'The archive is encrypted; reports never are. It was not kept.',
    )
  }
  const hasDescriptor = (flags & 0x8) !== 0
  return {
    method: head.readUInt16LE(8),
    name: Buffer.from(head.subarray(fixedBytes, nameEnd)),
    hasDescriptor,
    compressedBytes: hasDescriptor ? null : readSize(head, head.subarray(nameEnd, dataStart)),
    dataStart,
  }
}

function assertZipStart(head: Buffer): void {
  const seen = head.subarray(0, 4)
  const fits = [entrySignature, emptySignature].some((signature) => {
    const wanted = Buffer.alloc(4)
    wanted.writeUInt32LE(signature)
    return wanted.subarray(0, seen.length).equals(seen)
  })
  if (!fits) {
    throw new ArchiveError(
      'not-zip',
      'What came is no ZIP archive, so it is not the report. It was not kept.',
    )
  }
}

function readSize(head: Buffer, extra: Buffer): number {
  const size = head.readUInt32LE(18)
  if (size !== 0xffffffff) return size
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    // In a local header the ZIP64 field always holds both sizes, the original one first.
    if (extra.readUInt16LE(at) === zip64Field && at + 20 <= extra.length) {
      return Number(extra.readBigUInt64LE(at + 12))
    }
  }
  throw new ArchiveError('corrupt', 'The archive is damaged: its entry does not tell its size.')
}
