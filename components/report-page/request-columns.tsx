import clsx from 'clsx'
import { Count } from '@/components/format/count'
import { ReportRange, rangeClass } from '@/components/requests/report-range'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { RequestNoteText } from '@/components/requests/request-note-text'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { StateBadge } from '@/components/ui/state-badge'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import { productTitle } from '@/lib/catalogue/products'
import type { RequestView } from '@/lib/schemas/views'
import { RequestRowActions } from './request-row-actions'

const helper = dataColumnHelper<RequestView>()

/** The columns of a report's requests. Keep what this gives: new columns would redraw every cell. */
export function makeRequestColumns({
  reportId,
  timeZone,
  handlers,
}: {
  reportId: string
  timeZone: string
  handlers: RequestHandlers
}) {
  return [
    helper.display({
      id: 'request',
      header: 'Request',
      meta: { card: 'title', className: 'md:max-w-52 xl:max-w-72' },
      cell: ({ row: { original } }) => <RequestName request={original} />,
    }),
    helper.display({
      id: 'range',
      header: 'Range',
      meta: { className: clsx('text-ink-2', rangeClass) },
      cell: ({ row: { original } }) => <ReportRange request={original} timeZone={timeZone} />,
    }),
    helper.display({
      id: 'state',
      header: 'State',
      meta: { className: 'w-full max-md:min-w-0 xl:max-w-0' },
      cell: ({ row: { original } }) => (
        <span className="flex min-w-0 items-center gap-2 xl:min-w-44">
          <StateBadge
            state={original.state}
            flaw={original.requestStatus === 'TRUNCATED' ? 'truncated' : null}
            vonageStatus={original.requestStatus}
          />
          <span className="line-clamp-2 text-ink-2 text-xs">
            <RequestNoteText request={original} />
          </span>
        </span>
      ),
    }),
    helper.display({
      id: 'rows',
      header: 'Rows',
      meta: { align: 'right', className: 'md:w-24 empty:max-md:hidden' },
      cell: ({ row: { original } }) => {
        const rows = original.archive?.rows ?? original.itemsCount
        return (
          rows !== null && (
            <>
              <Count value={rows} />
              <span className="md:hidden"> {rows === 1 ? 'row' : 'rows'}</span>
            </>
          )
        )
      },
    }),
    helper.display({
      id: 'actions',
      header: 'Actions',
      meta: { card: 'actions', align: 'right', hideHeader: true, className: 'md:w-24' },
      cell: ({ row: { original } }) => (
        <RequestRowActions reportId={reportId} request={original} handlers={handlers} />
      ),
    }),
  ]
}

function RequestName({ request }: { request: RequestView }) {
  const { product, direction, account, targetAccountId } = request
  const only = Object.entries(request.filters)
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => `${filters[name as FilterName]?.label ?? name} ${value}`)
    .join(', ')
  return (
    <span className="block truncate">
      <span className="font-medium">{productTitle(product, direction)}</span>
      <span className="text-ink-2">
        {' '}
        · {account.label} · <span className="figures">{targetAccountId}</span>
        {only && ` · ${only}`}
      </span>
    </span>
  )
}
