import { crc32, deflateRawSync } from 'node:zlib'

/** How a test wants its ZIP: by default one deflated entry with a signed data descriptor, as Vonage writes it. */
export type TestZip = {
  name?: string
  localName?: string
  stored?: boolean
  descriptor?: 'none' | 'plain' | 'signed' | 'wide'
  zip64?: boolean
  flags?: number
  entries?: number
  comment?: string
  crc?: number
}

const all = 0xffffffff

/** Builds ZIPs by hand, right ones and wrong ones that no library would write. */
export function buildZip(content: string | Buffer, options: TestZip = {}): Buffer {
  const raw = Buffer.from(content)
  const { name = 'report_SMS_a1b2c3d4_20260630.csv', stored = false, zip64 = false } = options
  const descriptor = options.descriptor ?? (stored ? 'none' : 'signed')
  const packed = stored ? raw : deflateRawSync(raw)
  const crc = options.crc ?? crc32(raw)
  const flags = (descriptor === 'none' ? 0 : 8) | (options.flags ?? 0)
  const known = descriptor === 'none'
  const localName = Buffer.from(options.localName ?? name)
  const localExtra = zip64
    ? zip64Field(known ? [raw.length, packed.length] : [0, 0])
    : Buffer.alloc(0)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(flags, 6)
  local.writeUInt16LE(stored ? 0 : 8, 8)
  local.writeUInt32LE(known ? crc : 0, 14)
  local.writeUInt32LE(zip64 ? all : known ? packed.length : 0, 18)
  local.writeUInt32LE(zip64 ? all : known ? raw.length : 0, 22)
  local.writeUInt16LE(localName.length, 26)
  local.writeUInt16LE(localExtra.length, 28)
  const one = Buffer.concat([
    local,
    localName,
    localExtra,
    packed,
    buildDescriptor(descriptor, crc, packed.length, raw.length),
  ])
  const count = options.entries ?? 1
  const directory = Array.from({ length: count }, (_, index) => {
    const offset = index * one.length
    const extra = zip64 ? zip64Field([raw.length, packed.length, offset]) : Buffer.alloc(0)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(zip64 ? all : packed.length, 20)
    entry.writeUInt32LE(zip64 ? all : raw.length, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt16LE(extra.length, 30)
    entry.writeUInt32LE(zip64 ? all : offset, 42)
    return Buffer.concat([entry, Buffer.from(name), extra])
  })
  const bodies = Buffer.concat(Array.from({ length: count }, () => one))
  return Buffer.concat([
    bodies,
    ...directory,
    buildEnd(count, bodies.length, Buffer.concat(directory).length, zip64, options.comment ?? ''),
  ])
}

function zip64Field(sizes: number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * sizes.length)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8 * sizes.length, 2)
  sizes.forEach((size, index) => {
    field.writeBigUInt64LE(BigInt(size), 4 + 8 * index)
  })
  return field
}

function buildDescriptor(
  kind: NonNullable<TestZip['descriptor']>,
  crc: number,
  packed: number,
  raw: number,
): Buffer {
  if (kind === 'none') return Buffer.alloc(0)
  const body = Buffer.alloc(kind === 'wide' ? 20 : 12)
  body.writeUInt32LE(crc, 0)
  if (kind === 'wide') {
    body.writeBigUInt64LE(BigInt(packed), 4)
    body.writeBigUInt64LE(BigInt(raw), 12)
  } else {
    body.writeUInt32LE(packed, 4)
    body.writeUInt32LE(raw, 8)
  }
  return kind === 'plain' ? body : Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), body])
}

function buildEnd(
  count: number,
  start: number,
  size: number,
  zip64: boolean,
  comment: string,
): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : count, 8)
  end.writeUInt16LE(zip64 ? 0xffff : count, 10)
  end.writeUInt32LE(zip64 ? all : size, 12)
  end.writeUInt32LE(zip64 ? all : start, 16)
  end.writeUInt16LE(comment.length, 20)
  const plain = Buffer.concat([end, Buffer.from(comment, 'latin1')])
  if (!zip64) return plain
  const wide = Buffer.alloc(56 + 20)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeBigUInt64LE(BigInt(count), 24)
  wide.writeBigUInt64LE(BigInt(count), 32)
  wide.writeBigUInt64LE(BigInt(size), 40)
  wide.writeBigUInt64LE(BigInt(start), 48)
  wide.writeUInt32LE(0x07064b50, 56)
  wide.writeBigUInt64LE(BigInt(start + size), 64)
  wide.writeUInt32LE(1, 72)
  return Buffer.concat([wide, plain])
}
