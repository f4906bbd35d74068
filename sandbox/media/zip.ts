import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One file of an archive. */
export type ZipEntry = { name: string; content: AsyncIterable<Uint8Array> }

/** What to get wrong, for tests of readers. */
export type ZipFlaw = 'truncated' | 'no-directory' | 'bad-crc' | 'dropped'

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number }

const large = 0xffffffff

/** Thrown within the stream where the connection is to break. */
export class ConnectionDropped extends Error {}

function dosTime(ms: number): { date: number; time: number } {
  const at = new Date(ms)
  return {
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  }
}

/** UTF-8 names and sizes that follow the data (bit 3), as in Vonage's files. */
const flags = 0x0808

function writeLocalHeader(name: Buffer, at: { date: number; time: number }): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(at.time, 10)
  header.writeUInt16LE(at.date, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function writeDescriptor({ crc, packed, size }: Written): Buffer {
  const wide = packed >= large || size >= large
  const descriptor = Buffer.alloc(wide ? 24 : 16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(crc, 4)
  if (wide) {
    descriptor.writeBigUInt64LE(BigInt(packed), 8)
    descriptor.writeBigUInt64LE(BigInt(size), 16)
  } else {
    descriptor.writeUInt32LE(packed, 8)
    descriptor.writeUInt32LE(size, 12)
  }
  return descriptor
}

/** The ZIP64 field of a directory line: only what does not fit into 32 bits. */
function writeZip64Extra(values: readonly number[]): Buffer {
  const wide = values.filter((value) => value >= large)
  if (wide.length === 0) return Buffer.alloc(0)
  const extra = Buffer.alloc(4 + 8 * wide.length)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8 * wide.length, 2)
  wide.forEach((value, index) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index)
  })
  return extra
}

function writeDirectoryLine(entry: Written, at: { date: number; time: number }): Buffer {
  const extra = writeZip64Extra([entry.size, entry.packed, entry.offset])
  const version = extra.length > 0 ? 45 : 20
  const line = Buffer.alloc(46)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(version, 4)
  line.writeUInt16LE(version, 6)
  line.writeUInt16LE(flags, 8)
  line.writeUInt16LE(8, 10)
  line.writeUInt16LE(at.time, 12)
  line.writeUInt16LE(at.date, 14)
  line.writeUInt32LE(entry.crc, 16)
  line.writeUInt32LE(Math.min(entry.packed, large), 20)
  line.writeUInt32LE(Math.min(entry.size, large), 24)
  line.writeUInt16LE(entry.name.length, 28)
  line.writeUInt16LE(extra.length, 30)
  line.writeUInt32LE(Math.min(entry.offset, large), 42)
  return Buffer.concat([line, entry.name, extra])
}

function writeEnd(count: number, start: number, size: number): Buffer {
  const parts: Buffer[] = []
  if (start >= large) {
    const end64 = Buffer.alloc(56)
    end64.writeUInt32LE(0x06064b50, 0)
    end64.writeBigUInt64LE(44n, 4)
    end64.writeUInt16LE(45, 12)
    end64.writeUInt16LE(45, 14)
    end64.writeBigUInt64LE(BigInt(count), 24)
    end64.writeBigUInt64LE(BigInt(count), 32)
    end64.writeBigUInt64LE(BigInt(size), 40)
    end64.writeBigUInt64LE(BigInt(start), 48)
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(BigInt(start + size), 8)
    locator.writeUInt32LE(1, 16)
    parts.push(end64, locator)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(Math.min(start, large), 16)
  return Buffer.concat([...parts, end])
}

/**
 * A ZIP as a stream in constant memory: deflated entries with data descriptors, the same bytes for the same content.
 * Own code, since no package writes the flawed archives that readers have to be tested with.
 */
export async function* writeZip(
  entries: readonly ZipEntry[],
  modifiedAt: number,
  flaw: ZipFlaw | null = null,
): AsyncGenerator<Uint8Array> {
  const at = dosTime(modifiedAt)
  const written: Written[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset }
    const header = writeLocalHeader(entry.name, at)
    yield header
    const measured = async function* () {
      for await (const chunk of content) {
        entry.crc = crc32(chunk, entry.crc)
        entry.size += chunk.length
        yield chunk
      }
    }
    const deflate = createDeflateRaw({ level: 4 })
    pipeline(Readable.from(measured(), { objectMode: false }), deflate, () => {})
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      entry.packed += chunk.length
      if (flaw === 'truncated' || flaw === 'dropped') {
        yield chunk.subarray(0, chunk.length >> 1)
        if (flaw === 'dropped') throw new ConnectionDropped()
        return
      }
      yield chunk
    }
    if (flaw === 'bad-crc') entry.crc = (entry.crc ^ 0x5a5a5a5a) >>> 0
    const descriptor = writeDescriptor(entry)
    yield descriptor
    offset += header.length + entry.packed + descriptor.length
    written.push(entry)
  }
  if (flaw === 'no-directory') return
  const lines = written.map((entry) => writeDirectoryLine(entry, at))
  const directory = Buffer.concat(lines)
  yield directory
  yield writeEnd(written.length, offset, directory.length)
}
