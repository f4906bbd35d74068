import { ContentError } from './content-error'

const [newline, carriageReturn, quote, comma] = [0x0a, 0x0d, 0x22, 0x2c]
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])
const defaultMaxRecordBytes = 8 * 1024 * 1024

/**
 * A record's bytes within `block`, which holds others too: from `start` up to `end`, its line end included. Field `i`
 * lies between `fieldStarts[i]` and `fieldEnds[i]`, with its quotes. Valid only until `onRecord` returns.
 */
export type RecordBytes = {
  block: Buffer
  start: number
  end: number
  fields: number
  fieldStarts: Int32Array
  fieldEnds: Int32Array
}

/**
 * Splits a CSV that passes in blocks into records by their bytes (RFC 4180: a record may span lines within quotes).
 * Reads as `createCsvCounter` counts: a quote opens only at a field's start, blank lines are no records, the last line
 * end may be missing. Memory is one block and one record. Throws a `ContentError` for a record longer than
 * `maxRecordBytes`, and for a quote that is never closed.
 */
export function createRecordSplitter(
  onRecord: (record: RecordBytes) => void,
  maxRecordBytes = defaultMaxRecordBytes,
): { push(block: Buffer): void; finish(): void } {
  const record: RecordBytes = {
    block: Buffer.alloc(0),
    start: 0,
    end: 0,
    fields: 0,
    fieldStarts: new Int32Array(64),
    fieldEnds: new Int32Array(64),
  }
  let at = 0
  let atFileStart = true

  function addField(start: number, end: number): void {
    if (record.fields === record.fieldStarts.length) {
      record.fieldStarts = grow(record.fieldStarts)
      record.fieldEnds = grow(record.fieldEnds)
    }
    record.fieldStarts[record.fields] = start
    record.fieldEnds[record.fields] = end
    record.fields++
  }

  /** Takes the record that begins at `at`; false where the block ends before it does. */
  function scan(block: Buffer): boolean {
    record.fields = 0
    let from = at
    for (;;) {
      const end = findFieldEnd(block, from)
      if (end === -1) return false
      if (block[end] === newline) {
        addField(from, end > from && block[end - 1] === carriageReturn ? end - 1 : end)
        record.start = at
        record.end = end + 1
        return true
      }
      addField(from, end)
      from = end + 1
    }
  }

  function scanAll(): void {
    const { block } = record
    if (atFileStart && block.length >= byteOrderMark.length) {
      if (block.subarray(0, byteOrderMark.length).equals(byteOrderMark)) at = byteOrderMark.length
      atFileStart = false
    }
    for (;;) {
      at = skipBlankLines(block, at)
      if (at === block.length || !scan(block)) return
      at = record.end
      onRecord(record)
    }
  }

  function takeRest(): Buffer {
    const rest = record.block.subarray(at)
    at = 0
    return rest
  }

  return {
    push(block) {
      const rest = takeRest()
      if (rest.length > maxRecordBytes)
        throw new ContentError(`A record is longer than ${maxRecordBytes} bytes.`)
      record.block = rest.length > 0 ? Buffer.concat([rest, block]) : block
      if (!atFileStart || record.block.length >= byteOrderMark.length) scanAll()
    },
    finish() {
      const rest = takeRest()
      if (rest.length === 0) return
      record.block = Buffer.concat([rest, Buffer.from('\n')])
      scanAll()
      if (at < record.block.length) throw new ContentError('The last record ends within quotes.')
    },
  }
}

/** The comma or line end after the field that starts at `from`; -1 where the block ends before. */
function findFieldEnd(block: Buffer, from: number): number {
  const { length } = block
  let at = from
  if (block[at] === quote) {
    // To the quote that is not followed by another one.
    for (at++; ; at += 2) {
      while (at < length && block[at] !== quote) at++
      if (at + 1 >= length) return -1
      if (block[at + 1] !== quote) break
    }
    at++
  }
  for (; at < length; at++) {
    const byte = block[at]
    if (byte === comma || byte === newline) return at
  }
  return -1
}

function skipBlankLines(block: Buffer, from: number): number {
  let at = from
  for (;;) {
    if (block[at] === newline) at++
    else if (block[at] === carriageReturn && block[at + 1] === newline) at += 2
    else return at
  }
}

function grow(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
