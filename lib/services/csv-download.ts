import { Readable } from 'node:stream'
import { toContentDisposition } from '@/lib/archive/content-disposition'
import type { Download } from './open-download'

/** A CSV that is made while it is sent. */
export function csvDownload(name: string, lines: AsyncIterable<string>): Download {
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': toContentDisposition(name),
    },
    bytes: null,
    body: Readable.from(lines, { objectMode: false }),
  }
}
