import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import yauzl from 'yauzl'

export type ArchiveFile = { name: string; text: string; flags: number; method: number }

/** The files of a ZIP, each read whole; rejects when the archive is damaged. */
export async function readArchive(archive: Buffer): Promise<ArchiveFile[]> {
  const zip = await yauzl.fromBufferPromise(archive)
  const files: ArchiveFile[] = []
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    const content = await buffer(stream)
    if (crc32(content) !== entry.crc32) throw new Error('The checksum is wrong')
    files.push({
      name: entry.fileName,
      text: content.toString('utf8'),
      flags: entry.generalPurposeBitFlag,
      method: entry.compressionMethod,
    })
  }
  return files
}

/** The rows of the only file of an archive, by column. */
export async function readRows(archive: Buffer): Promise<Record<string, string>[]> {
  const [file] = await readArchive(archive)
  return parse(file?.text ?? '', { columns: true, record_delimiter: '\n' })
}
