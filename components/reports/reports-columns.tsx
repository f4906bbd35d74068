import clsx from 'clsx'
import { Count } from '@/components/format/count'
import { FileSize } from '@/components/format/file-size'
import { RelativeTime } from '@/components/format/relative-time'
import { ReportRange, rangeClass } from '@/components/requests/report-range'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { RequestNoteText } from '@/components/requests/request-note-text'
import type { SelectionHandlers } from '@/components/selection/selection-handlers'
import { Badge } from '@/components/ui/badge'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { PageLink } from '@/components/ui/page-link'
import { ProgressBar } from '@/components/ui/progress-bar'
import { StateBadge } from '@/components/ui/state-badge'
import { paths } from '@/lib/paths'
import { optionalColumns } from '@/lib/schemas/history-columns'
import { isSingle } from '@/lib/schemas/is-single'
import { reportState } from '@/lib/schemas/report-state'
import type { ReportRow } from '@/lib/schemas/views'
import { ManyActions } from './many-actions'
import { narrow } from './narrow-columns'
import { RowActions } from './row-actions'

/** A row that is no longer on this page of the list stays until the reader goes on. */
type ShownRow = ReportRow & { isGone?: true }

const helper = dataColumnHelper<ShownRow>()

/**
 * The columns of the history; on narrow screens only those that tell reports apart. Keep what this gives: new columns would
 * redraw every cell.
 */
export function makeReportsColumns({
  handlers,
  forMany,
  canCreate,
}: {
  handlers: RequestHandlers
  /** For reports of several requests. */
  forMany: SelectionHandlers
  canCreate: boolean
}) {
  return [
    helper.display({
      id: 'report',
      header: 'Report',
      meta: { card: 'title', className: 'md:max-w-40 lg:max-w-48 min-[75rem]:max-w-72' },
      cell: ({ row: { original } }) => (
        <span className="flex min-w-0 items-center gap-2 min-[75rem]:min-w-68">
          <PageLink
            href={paths.report(original.id)}
            title={original.title}
            className={clsx(
              'truncate hover:underline hover:underline-offset-2 max-md:line-clamp-2 max-md:whitespace-normal',
              original.isGone ? 'text-ink-2' : 'font-medium',
            )}
          >
            {original.title}
          </PageLink>
          {original.isSandbox && <Badge tone="caution">Sandbox</Badge>}
        </span>
      ),
    }),
    helper.display({
      id: 'range',
      header: optionalColumns.range,
      meta: { className: clsx('text-ink-2', rangeClass, narrow.range.column) },
      cell: ({ row: { original } }) => (
        <ReportRange request={original} timeZone={original.timeZone} />
      ),
    }),
    helper.display({
      id: 'state',
      header: 'State',
      meta: { className: 'w-full max-md:min-w-0 xl:max-w-0' },
      cell: ({ row: { original } }) =>
        original.isGone ? (
          <span className="text-ink-2 text-xs">No longer here</span>
        ) : (
          <StateCell report={original} />
        ),
    }),
    helper.display({
      id: 'rows',
      header: optionalColumns.rows,
      meta: { align: 'right', className: clsx('md:w-24 empty:max-md:hidden', narrow.rows.column) },
      cell: ({ row: { original } }) => <RowCount report={original} />,
    }),
    helper.display({
      id: 'size',
      header: optionalColumns.size,
      meta: { align: 'right', className: clsx('md:w-20 empty:max-md:hidden', narrow.size.column) },
      cell: ({ row: { original } }) => original.bytes > 0 && <FileSize bytes={original.bytes} />,
    }),
    helper.display({
      id: 'asked-by',
      header: optionalColumns['asked-by'],
      meta: {
        card: 'hidden',
        className: clsx('text-ink-2 whitespace-nowrap', narrow['asked-by'].column),
      },
      cell: ({ row: { original } }) => original.createdBy,
    }),
    helper.display({
      id: 'when',
      header: optionalColumns.when,
      meta: { className: clsx('text-ink-2 md:w-28', narrow.when.column) },
      cell: ({ row: { original } }) => <RelativeTime value={original.createdAt} />,
    }),
    helper.display({
      id: 'actions',
      header: 'Actions',
      meta: { card: 'actions', align: 'right', hideHeader: true, className: 'md:w-24' },
      cell: ({ row: { original } }) =>
        original.isGone ? null : isSingle(original) ? (
          <RowActions report={original} canCreate={canCreate} handlers={handlers} />
        ) : (
          <ManyActions report={original} canCreate={canCreate} handlers={forMany} />
        ),
    }),
  ]
}

function StateCell({ report }: { report: ReportRow }) {
  const { request } = report
  if (!request) return <ManyStates report={report} />
  return (
    <span className="flex min-w-0 items-center gap-2 xl:min-w-44">
      <StateBadge
        state={request.state}
        flaw={request.requestStatus === 'TRUNCATED' ? 'truncated' : null}
        vonageStatus={request.requestStatus}
      />
      <span className="line-clamp-2 text-ink-2 text-xs">
        <RequestNoteText request={request} />
      </span>
    </span>
  )
}

function ManyStates({ report: { stateCounts, keptCount } }: { report: ReportRow }) {
  const { state, isPartial, words, total, ready, ended } = reportState(stateCounts)
  return (
    <span className="grid min-w-0 gap-1 xl:min-w-44">
      <span className="flex min-w-0 items-center gap-2">
        <StateBadge state={state} flaw={isPartial ? 'partial' : null} />
        <span className="line-clamp-2 text-ink-2 text-xs">
          {words ?? (total === 0 && keptCount > 0 ? 'all from earlier reports' : null)}
        </span>
      </span>
      {ended < total && (
        <ProgressBar slim name="Requests ready" total={total} done={ready} bad={ended - ready} />
      )}
    </span>
  )
}

function RowCount({ report }: { report: ReportRow }) {
  const { request } = report
  const rows = request ? (request.archive?.rows ?? request.itemsCount) : report.rows
  if (!request && rows === 0) return null
  return (
    rows !== null && (
      <>
        <Count value={rows} />
        <span className="md:hidden"> {rows === 1 ? 'row' : 'rows'}</span>
      </>
    )
  )
}
