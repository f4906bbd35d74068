import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'

/** A cell with all that CSV makes difficult. */
export const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '\0', 'é'), maxLength: 6 }),
)

/** How a file may be written. */
export const anyStyle = fc.record({
  quoted: fc.boolean(),
  bom: fc.boolean(),
  eof: fc.boolean(),
  record_delimiter: fc.constantFrom('\n', '\r\n'),
})
type Style = typeof anyStyle extends fc.Arbitrary<infer T> ? T : never

/** Writes a CSV in a style; a record of one empty cell is quoted, or it would be a blank line. */
export function writeCsv(rows: string[][], style: Style): Buffer {
  const quoted = style.quoted || rows.some((row) => row.length === 1)
  return Buffer.from(
    stringify(rows, { ...style, quoted, quoted_empty: quoted, quoted_match: /[\r\n]/ }),
  )
}

/** A file in blocks of a size. */
export async function* inBlocks(csv: Buffer, bytes = 1 << 16): AsyncGenerator<Buffer> {
  for (let at = 0; at < csv.length; at += bytes) yield csv.subarray(at, at + bytes)
}

/** All that a stream gives. */
export async function readAll(blocks: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = []
  for await (const block of blocks) read.push(Buffer.from(block))
  return Buffer.concat(read)
}
