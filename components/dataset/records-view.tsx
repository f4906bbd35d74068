'use client'

import { useQuery } from '@tanstack/react-query'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { paths } from '@/lib/paths'
import { datasetsOptions } from '@/lib/queries/records'
import type { DatasetView } from '@/lib/schemas/dataset'
import { DatasetNotice, type PrepareAgain } from './dataset-notice'
import { ProductTabs } from './product-tabs'
import { RecordExplorer } from './record-explorer'
import { useRecordView } from './use-record-view'

/** What is in a report: its records, a product at a time. */
export function RecordsView({
  report,
  first,
  prepareAgain,
}: {
  report: { id: string; title: string; isSandbox: boolean }
  /** What the server read when the page opened. */
  first: DatasetView[]
  /** Null for who may not. */
  prepareAgain: PrepareAgain | null
}) {
  const { data: datasets } = useQuery({ ...datasetsOptions(report.id), initialData: first })
  const control = useRecordView()
  const dataset =
    datasets.find(({ product }) => product === control.view.product) ??
    datasets.find(({ isReadable }) => isReadable) ??
    datasets[0]
  return (
    <>
      <PageHeader
        title={`Records: ${report.title}`}
        back={{ href: paths.report(report.id), label: 'Report' }}
        badge={report.isSandbox && <Badge tone="caution">Sandbox</Badge>}
      />
      <PageBody>
        {datasets.length > 1 && dataset && (
          <ProductTabs datasets={datasets} chosen={dataset.product} />
        )}
        {dataset && (
          <DatasetNotice
            reportId={report.id}
            dataset={dataset}
            names={datasets.length > 1}
            prepareAgain={prepareAgain}
          />
        )}
        {dataset?.isReadable ? (
          <RecordExplorer
            key={`${dataset.product} ${dataset.preparedAt}`}
            reportId={report.id}
            dataset={dataset}
            control={control}
          />
        ) : (
          !dataset && (
            <EmptyState title="There is nothing to look into yet">
              The records are shown here as soon as the report’s file is kept here and prepared.
            </EmptyState>
          )
        )}
      </PageBody>
    </>
  )
}
