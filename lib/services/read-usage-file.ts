import { join } from 'node:path'
import { createDiskStore } from '@/lib/archive/disk-store'
import { openCsv } from '@/lib/archive/open-csv'
import { receiveArchive } from '@/lib/archive/receive-archive'
import { getEnv } from '@/lib/config/env'
import { readCsvRows } from '@/lib/content/read-csv-rows'
import { parseUsage, type UsageLine } from '@/lib/vonage/parse-usage'
import type { ReportFile } from '@/lib/vonage/transport'

const batchSize = 500

/**
 * Reads the file of a usage report in batches of lines: kept on the disk only until it is read, since the lines go into
 * the database. Throws an `ArchiveError` before the first line where the file is not whole.
 * @returns how many of its lines could not be read
 */
export async function* readUsageFile(
  name: string,
  file: ReportFile,
  signal: AbortSignal,
): AsyncGenerator<UsageLine[], number> {
  const store = createDiskStore(join(getEnv().DATA_DIR, 'usage'))
  const key = `${name}.zip`
  let unreadable = 0
  try {
    const { body: source, contentLength } = file
    const received = await receiveArchive({ source, contentLength, store, key, signal })
    const { stream } = await openCsv(store, { key, ...received })
    let batch: UsageLine[] = []
    for await (const row of readCsvRows(stream)) {
      const line = parseUsage(row)
      if (line) batch.push(line)
      else unreadable++
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
    return unreadable
  } finally {
    await store.remove(key)
  }
}
