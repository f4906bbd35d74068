'use client'

import { CircleStop, Copy, Download, Ellipsis, RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { rowLinkClass } from '@/components/requests/row-link-class'
import type { SelectionHandlers } from '@/components/selection/selection-handlers'
import { useBulk } from '@/components/selection/use-bulk'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Tooltip } from '@/components/ui/tooltip'
import { paths } from '@/lib/paths'
import type { ReportRow } from '@/lib/schemas/views'

/** What a person can do with a report that has several requests, or none: all at once. */
export function ManyActions({
  report,
  canCreate,
  handlers,
}: {
  report: ReportRow
  canCreate: boolean
  handlers: SelectionHandlers
}) {
  const { actions, id, title } = report
  const bulk = useBulk(id, handlers)
  return (
    <span className="flex items-center justify-end">
      {actions.download && (
        <Tooltip text="Download the files as one ZIP">
          <a href={paths.api.download(id)} download aria-label="Download" className={rowLinkClass}>
            <Download aria-hidden className="size-4" />
          </a>
        </Tooltip>
      )}
      {actions.cancel > 0 && (
        <IconButton
          name="Cancel report"
          icon={<CircleStop />}
          size="sm"
          onClick={() => bulk.ask('cancel')}
        />
      )}
      {actions.retry > 0 && actions.cancel === 0 && (
        <IconButton
          name="Retry failed"
          icon={<RotateCcw />}
          size="sm"
          onClick={() => bulk.ask('retry')}
        />
      )}
      {canCreate && (
        <DropdownMenu
          trigger={<IconButton name={`More about ${title}`} icon={<Ellipsis />} size="sm" />}
        >
          {actions.retry > 0 && actions.cancel > 0 && (
            <MenuItem icon={<RotateCcw />} onSelect={() => bulk.ask('retry')}>
              Retry failed
            </MenuItem>
          )}
          <MenuItem asChild>
            <Link href={paths.duplicateReport(id)}>
              <Copy aria-hidden />
              Duplicate
            </Link>
          </MenuItem>
        </DropdownMenu>
      )}
      <span className="contents text-left">{bulk.dialog}</span>
    </span>
  )
}
