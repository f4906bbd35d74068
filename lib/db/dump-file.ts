import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { DumpLine } from './dump'

/** Writes a dump as packed JSON lines, and syncs it. A row is kept as the database wrote it. */
export async function writeDumpFile(path: string, lines: AsyncIterable<DumpLine>): Promise<void> {
  async function* toText() {
    for await (const line of lines)
      yield 'row' in line
        ? `{"table":${JSON.stringify(line.table)},"row":${line.row}}\n`
        : `${JSON.stringify(line)}\n`
  }
  await pipeline(
    Readable.from(toText()),
    createGzip(),
    createWriteStream(path, { mode: 0o600, flush: true }),
  )
}

const rowLine = /^\{"table":("(?:[^"\\]|\\.)*"),"row":(.*)\}$/

/** Reads what `writeDumpFile` wrote. */
export async function* readDumpFile(path: string): AsyncGenerator<DumpLine, void, undefined> {
  const unpacked = createGunzip()
  // A fault shows in the reading of what it breaks.
  const packed = createReadStream(path)
  packed.on('error', (error) => unpacked.destroy(error))
  packed.pipe(unpacked)
  const faults = new Promise<never>((_, reject) => unpacked.once('error', reject))
  faults.catch(() => undefined)
  const lines = createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })
  const iterator = lines[Symbol.asyncIterator]()
  for (;;) {
    const next = await Promise.race([iterator.next(), faults])
    if (next.done) return
    // A number in a row may have more digits than JSON.parse keeps: its text goes on as it is.
    const [, table, row] = rowLine.exec(next.value) ?? []
    if (table !== undefined && row !== undefined) yield { table: JSON.parse(table) as string, row }
    else yield JSON.parse(next.value) as DumpLine
  }
}
