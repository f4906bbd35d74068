'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { TableProperties } from 'lucide-react'
import { Count } from '@/components/format/count'
import { ButtonLink } from '@/components/ui/button-link'
import { paths } from '@/lib/paths'
import { datasetsOptions } from '@/lib/queries/records'
import type { DatasetView } from '@/lib/schemas/dataset'
import type { ReportRow } from '@/lib/schemas/views'
import { DatasetNotice, type PrepareAgain } from './dataset-notice'

/** The way from a report to its records: a link once they are prepared, and until then how far they are. */
export function ReportRecords({
  report,
  first,
  prepareAgain,
}: {
  report: ReportRow
  /** What the server read when the page opened. */
  first: DatasetView[]
  /** Null for who may not. */
  prepareAgain: PrepareAgain | null
}) {
  const { data: datasets = first } = useQuery({
    ...datasetsOptions(report.id, report.version),
    placeholderData: (before) => keepPreviousData(before) ?? first,
  })
  if (datasets.length === 0) return null
  const readable = datasets.filter(({ isReadable }) => isReadable)
  const rows = readable.reduce((sum, dataset) => sum + dataset.rows, 0)
  return (
    <div className="grid grid-cols-1 gap-3">
      {readable.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <ButtonLink href={paths.reportRecords(report.id)} icon={<TableProperties aria-hidden />}>
            Records
          </ButtonLink>
          <span className="text-ink-2">
            Look into the <Count value={rows} />: filter, count, chart
          </span>
        </p>
      )}
      {datasets.map((dataset) => (
        <DatasetNotice
          key={dataset.product}
          reportId={report.id}
          dataset={dataset}
          names={datasets.length > 1}
          prepareAgain={prepareAgain}
        />
      ))}
    </div>
  )
}
