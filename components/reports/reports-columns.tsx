import Link from 'next/link'
import { Count } from '@/components/format/count'
import { FileSize } from '@/components/format/file-size'
import { RelativeTime } from '@/components/format/relative-time'
import { ReportRange } from '@/components/requests/report-range'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { RequestNoteText } from '@/components/requests/request-note-text'
import { Badge } from '@/components/ui/badge'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { StateBadge } from '@/components/ui/state-badge'
import { paths } from '@/lib/paths'
import { optionalColumns } from '@/lib/schemas/preferences'
import type { ReportRow } from '@/lib/schemas/views'
import { RowActions } from './row-actions'

const helper = dataColumnHelper<ReportRow>()

/** The columns of the history. Keep what this gives: new columns would redraw every cell. */
export function makeReportsColumns(handlers: RequestHandlers, canCreate: boolean) {
  return [
    helper.display({
      id: 'report',
      header: 'Report',
      meta: { card: 'title', className: 'sm:max-w-72' },
      cell: ({ row: { original } }) => (
        <span className="flex min-w-0 items-center gap-2">
          <Link
            href={paths.report(original.id)}
            title={original.title}
            className="truncate font-medium hover:underline hover:underline-offset-2"
          >
            {original.title}
          </Link>
          {original.request.account.environment === 'sandbox' && (
            <Badge tone="caution">Sandbox</Badge>
          )}
        </span>
      ),
    }),
    helper.display({
      id: 'range',
      header: optionalColumns.range,
      meta: { className: 'text-ink-2' },
      cell: ({ row: { original } }) => (
        <ReportRange request={original.request} timeZone={original.timeZone} />
      ),
    }),
    helper.display({
      id: 'state',
      header: 'State',
      meta: { className: 'sm:w-full sm:max-w-0 max-sm:w-full max-sm:min-w-0' },
      cell: ({ row: { original } }) => <StateCell report={original} />,
    }),
    helper.display({
      id: 'rows',
      header: optionalColumns.rows,
      meta: { align: 'right', className: 'sm:w-24 empty:max-sm:hidden' },
      cell: ({ row: { original } }) => <RowCount report={original} />,
    }),
    helper.display({
      id: 'size',
      header: optionalColumns.size,
      meta: { align: 'right', className: 'sm:w-20 empty:max-sm:hidden' },
      cell: ({ row: { original } }) =>
        original.request.archive && <FileSize bytes={original.request.archive.bytes} />,
    }),
    helper.display({
      id: 'asked-by',
      header: optionalColumns['asked-by'],
      meta: { card: 'hidden', className: 'text-ink-2 whitespace-nowrap' },
      cell: ({ row: { original } }) => original.createdBy,
    }),
    helper.display({
      id: 'when',
      header: optionalColumns.when,
      meta: { className: 'text-ink-2 sm:w-28' },
      cell: ({ row: { original } }) => <RelativeTime value={original.createdAt} />,
    }),
    helper.display({
      id: 'actions',
      header: 'Actions',
      meta: { card: 'actions', align: 'right', hideHeader: true, className: 'sm:w-24' },
      cell: ({ row: { original } }) => (
        <RowActions report={original} canCreate={canCreate} handlers={handlers} />
      ),
    }),
  ]
}

function StateCell({ report: { request } }: { report: ReportRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2 sm:min-w-44">
      <StateBadge
        state={request.state}
        truncated={request.requestStatus === 'TRUNCATED'}
        vonageStatus={request.requestStatus}
      />
      <span className="line-clamp-2 text-ink-2 text-xs">
        <RequestNoteText request={request} />
      </span>
    </span>
  )
}

function RowCount({ report: { request } }: { report: ReportRow }) {
  const rows = request.archive?.rows ?? request.itemsCount
  return (
    rows !== null && (
      <>
        <Count value={rows} />
        <span className="sm:hidden"> {rows === 1 ? 'row' : 'rows'}</span>
      </>
    )
  )
}
