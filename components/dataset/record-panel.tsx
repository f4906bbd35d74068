'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { meaningOf } from '@/lib/catalogue/column-meanings'
import { type RecordsOf, recordPageOptions } from '@/lib/queries/records'
import type { RecordColumn } from '@/lib/schemas/dataset'
import type { RecordView } from '@/lib/schemas/record-view'
import { CellValue } from './cell-value'

/** A whole record at the side: every field, and what the catalogue knows of it. */
export function RecordPanel({
  of,
  columns,
  view: { filters, search, sort },
  place,
  total,
  onPlace,
}: {
  of: RecordsOf
  /** All there are. */
  columns: readonly RecordColumn[]
  view: RecordView
  /** Among the records that fit, from 0; null: closed. */
  place: number | null
  total: number
  onPlace: (place: number | null) => void
}) {
  const query = useQuery({
    ...recordPageOptions(of, {
      filters,
      search,
      sort,
      columns: null,
      offset: place ?? 0,
      limit: 1,
    }),
    enabled: place !== null,
  })
  const page = query.data
  const row = page?.rows[0]
  const at = place ?? 0
  return (
    <Dialog
      open={place !== null}
      onClose={() => onPlace(null)}
      size="side"
      title={`Record ${(at + 1).toLocaleString('en')}`}
      description={`of ${total.toLocaleString('en')} that fit${row ? `; number ${row.number.toLocaleString('en')} in the file` : ''}`}
      footer={
        <>
          <Button
            icon={<ChevronLeft aria-hidden />}
            disabled={at === 0}
            onClick={() => onPlace(at - 1)}
          >
            Previous
          </Button>
          <Button disabled={at >= total - 1} onClick={() => onPlace(at + 1)}>
            Next
            <ChevronRight aria-hidden />
          </Button>
        </>
      }
    >
      {query.isError && (
        <Callout kind="error" title="This record can’t be read" live>
          {query.error.message}
        </Callout>
      )}
      <dl className="grid min-h-96 content-start">
        {columns.map((column) => {
          const index = page?.columns.indexOf(column.key) ?? -1
          return (
            <div key={column.key} className="grid gap-0.5 border-line border-b py-2">
              <dt className="font-medium text-ink-2 text-sm">{column.key}</dt>
              <dd className="grid gap-0.5">
                {row ? (
                  <Value column={column} value={row.cells[index] ?? null} />
                ) : (
                  <Skeleton className="my-1 w-1/2" />
                )}
                <span className="text-ink-2 text-xs">
                  {meaningOf(column.name) ??
                    'The catalogue does not know this column: it is shown as Vonage wrote it.'}
                  {column.isMasked && ' Masked: you have no right to see it in full.'}
                </span>
              </dd>
            </div>
          )
        })}
      </dl>
    </Dialog>
  )
}

function Value({ column, value }: { column: RecordColumn; value: string | null }) {
  if (value === null) return <span className="text-ink-3">empty</span>
  return (
    <span className="flex items-start justify-between gap-2">
      <span
        className={`wrap-anywhere whitespace-pre-wrap ${column.type === 'time' ? '' : 'figures'}`}
      >
        <CellValue column={column} value={value} />
      </span>
      <CopyButton text={value} name={`Copy ${column.key}`} />
    </span>
  )
}
