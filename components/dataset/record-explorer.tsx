'use client'

import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { planCharts } from '@/lib/catalogue/record-charts'
import { usualColumns } from '@/lib/catalogue/usual-columns'
import type { RecordsOf } from '@/lib/queries/records'
import type { DatasetView } from '@/lib/schemas/dataset'
import { ChartBoard } from './chart-board'
import { ColumnPicker } from './column-picker'
import { FilterChips } from './filter-chips'
import { MaskNote } from './mask-note'
import { RecordCount } from './record-count'
import { type Found, type Pointed, RecordGrid } from './record-grid'
import { RecordPanel } from './record-panel'
import { RecordSearch } from './record-search'
import { RecordTotals } from './record-totals'
import { RecordWindows } from './record-windows'
import { shownColumns } from './shown-columns'
import type { ViewControl } from './use-record-view'
import { ValueMenu } from './value-menu'

/** The records of a product: chosen above, counted, in rows. */
export function RecordExplorer({
  reportId,
  dataset: { product, preparedAt, columns, rows },
  control,
}: {
  reportId: string
  dataset: DatasetView
  control: ViewControl
}) {
  const of = useMemo<RecordsOf>(
    () => ({ reportId, product, preparedAt }),
    [reportId, product, preparedAt],
  )
  const { view, change } = control
  const usual = useMemo(
    () =>
      usualColumns(
        product,
        columns.map(({ key }) => key),
      ),
    [product, columns],
  )
  const shown = useMemo(
    () => shownColumns({ columns: view.columns }, usual, columns),
    [view.columns, usual, columns],
  )
  const plan = useMemo(() => planCharts(product, columns), [product, columns])
  const [{ total, isFailed }, setFound] = useState<Found>({ total: null, isFailed: false })
  const [place, setPlace] = useState<number | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const isFiltered = view.filters.length > 0 || view.search !== ''
  const clear = () => change({ filters: [], search: '', sort: null })

  return (
    <section aria-label="Records" className="grid min-w-0 grid-cols-1 gap-6">
      <RecordTotals of={of} scope={view} plan={plan} />
      <ChartBoard of={of} plan={plan} control={control} />
      <div className="grid min-w-0 grid-cols-1 gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <RecordSearch field={search} control={control} />
          <ColumnPicker columns={columns} usual={usual} control={control} />
          <RecordCount total={total} isFailed={isFailed} all={rows} isFiltered={isFiltered} />
        </div>
        <FilterChips control={control} onLast={() => search.current?.focus()} />
        <MaskNote columns={columns} />
        <RecordGrid
          of={of}
          columns={shown}
          control={control}
          onOpen={setPlace}
          onPoint={setPointed}
          onFound={setFound}
          empty={
            <EmptyState
              title={isFiltered ? 'No record fits' : 'There are no records'}
              actions={isFiltered && <Button onClick={clear}>Clear all filters</Button>}
            >
              {isFiltered
                ? 'None of the records has what the filters ask for.'
                : 'Vonage’s file has none for what was asked.'}
            </EmptyState>
          }
          problem={(error, retry) => (
            <Callout
              kind="error"
              title="The records can’t be read"
              live
              action={
                <>
                  <Button size="sm" onClick={retry}>
                    Try again
                  </Button>
                  {(isFiltered || view.sort) && (
                    <Button size="sm" onClick={clear}>
                      Clear all filters
                    </Button>
                  )}
                </>
              }
            >
              {error.message}
            </Callout>
          )}
        />
        {total !== null && <RecordWindows total={total} control={control} />}
      </div>
      {pointed && (
        <ValueMenu
          key={`${pointed.place} ${pointed.column.key}`}
          pointed={pointed}
          control={control}
          onOpen={setPlace}
          onClose={() => setPointed(null)}
        />
      )}
      <RecordPanel
        of={of}
        columns={columns}
        view={view}
        place={place}
        total={total ?? 0}
        onPlace={setPlace}
      />
    </section>
  )
}
