import { Temporal } from 'temporal-polyfill'
import { toDownloadName } from '@/lib/archive/download-name'
import type { ExportFormat } from '@/lib/schemas/record-export'

type Named = {
  product: string
  direction: string | null
  account?: string
  /** ISO times, the end exclusive. */
  dateStart: string
  dateEnd: string
  /** Its last characters tell files apart. */
  id: string
  note?: string
}

/** A file's name. Days are those of the report's own zone; the end is exclusive, so its last day is a moment earlier. */
export function nameDownload(
  { dateStart, dateEnd, id, ...named }: Named,
  timeZone: string,
  extension: 'zip' | ExportFormat,
): string {
  const day = (iso: string, minusMs: number) =>
    Temporal.Instant.from(iso)
      .subtract({ milliseconds: minusMs })
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toString()
  return toDownloadName(
    { ...named, from: day(dateStart, 0), to: day(dateEnd, 1), id: id.slice(-8) },
    extension,
  )
}
