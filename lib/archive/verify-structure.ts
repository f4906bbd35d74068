import { ArchiveError } from './archive-error'
import { readCentralDirectory } from './central-directory'
import type { EntryFacts } from './entry-reader'

const descriptorSignature = 0x08074b50
/** Without and with signature, with sizes of 4 and of 8 bytes. */
const descriptorBytes = [12, 16, 20, 24]

/**
 * Holds what an archive's directory says against what was streamed of it; nothing may lie between, before or after.
 * Returns the entry's name, null for an archive without entries. Throws an `ArchiveError`.
 */
export async function verifyStructure(
  facts: EntryFacts,
  tail: Buffer,
  bytes: number,
): Promise<string | null> {
  const directory = await readCentralDirectory(tail, bytes)
  const { header, compressedBytes, crc, csv } = facts
  if (!directory || !header) {
    if (directory || header) throw corrupt('its directory and its content differ')
    return null
  }
  const { entry, start } = directory
  if (entry.relativeOffsetOfLocalHeader !== 0)
    throw corrupt('its report does not begin at its start')
  if (!entry.fileNameRaw.equals(header.name))
    throw corrupt('it gives its report two different names')
  if (entry.compressionMethod !== header.method || entry.isEncrypted())
    throw corrupt('its headers differ')
  if (entry.compressedSize !== compressedBytes)
    throw corrupt('the packed size differs from what it says')
  if (entry.uncompressedSize !== csv.bytes)
    throw corrupt('the unpacked size differs from what it says')
  if (entry.crc32 !== crc) throw corrupt('the checksum of its content (CRC-32) is wrong')
  const gap = tail.subarray(
    header.dataStart + compressedBytes - (bytes - tail.length),
    start - (bytes - tail.length),
  )
  if (header.hasDescriptor ? !isDescriptor(gap, facts) : gap.length > 0)
    throw corrupt('unknown data follows its report')
  if (!isPlainName(entry.fileName)) throw corrupt('the name of the file in it is not safe')
  return entry.fileName
}

function isDescriptor(gap: Buffer, { crc, compressedBytes, csv }: EntryFacts): boolean {
  if (!descriptorBytes.includes(gap.length)) return false
  const hasSignature = gap.length % 8 === 0
  if (hasSignature && gap.readUInt32LE(0) !== descriptorSignature) return false
  const body = gap.subarray(hasSignature ? 4 : 0)
  if (body.readUInt32LE(0) !== crc) return false
  const wide = body.length === 20
  const packed = wide ? Number(body.readBigUInt64LE(4)) : body.readUInt32LE(4)
  const unpacked = wide ? Number(body.readBigUInt64LE(12)) : body.readUInt32LE(8)
  const mask = wide ? Number.MAX_SAFE_INTEGER : 2 ** 32
  return packed === compressedBytes % mask && unpacked === csv.bytes % mask
}

/** yauzl has refused absolute paths, backslashes and `..` already. */
function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be in it.
  return name !== '' && !name.endsWith('/') && !/[\u0000-\u001f\u007f]/.test(name)
}

function corrupt(what: string): ArchiveError {
  return new ArchiveError('corrupt', `The archive is damaged: ${what}. It was not kept.`)
}
