import { type FileHandle, open, rename, stat } from 'node:fs/promises'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { generateSmsCsv } from './sms-rows'

const defaultSegmentBytes = 64 * 1024 * 1024
const name = Buffer.from('report_SMS_a1b2c3d4_20260630.csv')
const lastBlock = Buffer.from([0x03, 0x00])

/**
 * Makes a ZIP of about `bytes` with one SMS report in it, as Vonage writes them, unless `path` already is one. 64 MiB
 * of rows (or another segment; at least one is in it) are packed once and then repeated: deflate looks back only
 * 32 KiB, so reading them is as much work as reading different ones, and making them takes seconds rather than minutes.
 */
export async function makeSmsArchive(
  path: string,
  bytes: number,
  segmentBytes = defaultSegmentBytes,
): Promise<void> {
  if (await stat(path).catch(() => null)) return
  const [header, ...blocks] = takeBlocks(segmentBytes)
  const parts = [pack(header ?? Buffer.alloc(0)), pack(Buffer.concat(blocks))] as const
  const repeats = Math.max(1, Math.round(bytes / parts[1].packed.length))
  const file = await open(`${path}.part`, 'w')
  try {
    await writeZip(file, [parts[0], ...Array<Packed>(repeats).fill(parts[1])])
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

function takeBlocks(segmentBytes: number): Buffer[] {
  const blocks: Buffer[] = []
  let bytes = 0
  for (const block of generateSmsCsv(20_260_601)) {
    blocks.push(block)
    bytes += block.length
    if (bytes >= segmentBytes) break
  }
  return blocks
}

type Packed = { raw: Buffer; packed: Buffer }

/** Packed so that more may follow: it ends at a byte and looks back to nothing before it. */
function pack(raw: Buffer): Packed {
  return { raw, packed: deflateRawSync(raw, { finishFlush: constants.Z_FULL_FLUSH }) }
}

async function writeZip(file: FileHandle, parts: Packed[]): Promise<void> {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 6)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  await file.writeFile(Buffer.concat([local, name]))
  let [crc, packed, raw] = [0, lastBlock.length, 0]
  for (const part of parts) {
    crc = crc32(part.raw, crc)
    raw += part.raw.length
    packed += part.packed.length
    await file.writeFile(part.packed)
  }
  await file.writeFile(Buffer.concat([lastBlock, buildEnd(crc, packed, raw)]))
}

/** Data descriptor, directory and end. The CSV is larger than 4 GiB, so sizes are in ZIP64 form. */
function buildEnd(crc: number, packed: number, raw: number): Buffer {
  const descriptor = Buffer.alloc(24)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(crc, 4)
  descriptor.writeBigUInt64LE(BigInt(packed), 8)
  descriptor.writeBigUInt64LE(BigInt(raw), 16)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(0xffffffff, 20)
  entry.writeUInt32LE(0xffffffff, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt16LE(20, 30)
  const extra = Buffer.alloc(20)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(16, 2)
  extra.writeBigUInt64LE(BigInt(raw), 4)
  extra.writeBigUInt64LE(BigInt(packed), 12)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length + extra.length, 12)
  end.writeUInt32LE(30 + name.length + packed + descriptor.length, 16)
  return Buffer.concat([descriptor, entry, name, extra, end])
}
