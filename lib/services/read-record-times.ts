import { openCsv } from '@/lib/archive/open-csv'
import type { ReceivedArchive } from '@/lib/archive/receive-archive'
import { getProduct, isProductCode } from '@/lib/catalogue/products'
import { findRecordTimes } from '@/lib/content/find-record-times'
import { reportFault } from '@/lib/errors/report-fault'
import { getArchiveStore } from './archive-store'

/** What is kept of a file's record times; nothing where nobody looked. */
export type ArchiveTimes = { firstRecordAt?: Date; lastRecordAt?: Date; recordOrder?: string }

/**
 * Looks through a file that Vonage cut off for its earliest and latest record, so that the rest can be asked for. A
 * whole file needs none of it. What goes wrong here doesn't keep the file from being archived.
 */
export async function readRecordTimes(
  request: { product: string; requestStatus: string | null },
  key: string,
  received: ReceivedArchive,
): Promise<ArchiveTimes> {
  if (request.requestStatus !== 'TRUNCATED' || !isProductCode(request.product)) return {}
  try {
    const { stream } = await openCsv(getArchiveStore(), { key, ...received })
    const column = getProduct(request.product).dateColumn
    const times = await findRecordTimes(stream, received.columns, column)
    if (!times) return {}
    return {
      firstRecordAt: new Date(times.first),
      lastRecordAt: new Date(times.last),
      recordOrder: times.order,
    }
  } catch (error) {
    reportFault(error, 'read record times')
    return {}
  }
}
