import type { RecordBytes } from './csv-records'

const quote = 0x22

/** What a field of a record says: without its quotes, doubled ones single. */
export function readField({ block, fieldStarts, fieldEnds }: RecordBytes, index: number): string {
  const start = fieldStarts[index] ?? 0
  const end = fieldEnds[index] ?? 0
  const isQuoted = end - start > 1 && block[start] === quote && block[end - 1] === quote
  if (!isQuoted) return block.toString('utf8', start, end)
  return block.toString('utf8', start + 1, end - 1).replaceAll('""', '"')
}

/** All fields of a record. */
export function readFields(record: RecordBytes): string[] {
  return Array.from({ length: record.fields }, (_, index) => readField(record, index))
}

/** A header line of these names, each quoted, as Vonage writes them. */
export function writeHeader(columns: readonly string[]): Buffer {
  return Buffer.from(`${columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n`)
}
