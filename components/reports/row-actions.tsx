'use client'

import {
  CircleStop,
  Copy,
  Download,
  Ellipsis,
  FileText,
  PencilLine,
  RefreshCw,
  RotateCcw,
  Send,
} from 'lucide-react'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { rowLinkClass } from '@/components/requests/row-link-class'
import { useDeeds } from '@/components/requests/use-deeds'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem, MenuLink } from '@/components/ui/menu-items'
import { PageLink } from '@/components/ui/page-link'
import { Tooltip } from '@/components/ui/tooltip'
import { paths } from '@/lib/paths'
import type { SingleReport } from '@/lib/schemas/views'

/** What a person can do with a row: the next likely deed at hand, the others in a menu. */
export function RowActions({
  report,
  canCreate,
  handlers,
}: {
  report: SingleReport
  canCreate: boolean
  handlers: RequestHandlers
}) {
  const { actions } = report.request
  const deeds = useDeeds(report.request, handlers)
  // Sent as it was, it would be refused again.
  const isRefused = report.request.state === 'rejected' && canCreate
  const hasMenu = actions.refresh || actions.download || canCreate

  return (
    <span className="flex items-center justify-end">
      {actions.download && (
        <Tooltip text="Download the ZIP">
          <a
            href={paths.api.download(report.id)}
            download
            aria-label="Download"
            className={rowLinkClass}
          >
            <Download aria-hidden className="size-4" />
          </a>
        </Tooltip>
      )}
      {actions.cancel && (
        <IconButton
          name="Cancel report"
          icon={<CircleStop />}
          size="sm"
          onClick={() => deeds.ask('cancel')}
        />
      )}
      {actions.sendAgain && (
        <IconButton
          name="Send again"
          icon={<Send />}
          size="sm"
          onClick={() => deeds.ask('sendAgain')}
        />
      )}
      {isRefused && (
        <Tooltip text="Correct and send">
          <PageLink
            href={paths.duplicateReport(report.id)}
            aria-label="Correct and send"
            className={rowLinkClass}
          >
            <PencilLine aria-hidden className="size-4" />
          </PageLink>
        </Tooltip>
      )}
      {actions.retry && !isRefused && (
        <IconButton
          name="Retry"
          icon={<RotateCcw />}
          size="sm"
          onClick={() => deeds.ask('retry')}
        />
      )}
      {hasMenu && (
        <DropdownMenu
          trigger={<IconButton name={`More about ${report.title}`} icon={<Ellipsis />} size="sm" />}
        >
          {actions.refresh && (
            <MenuItem icon={<RefreshCw />} onSelect={deeds.refresh}>
              Ask Vonage now
            </MenuItem>
          )}
          {actions.download && (
            <MenuLink href={paths.api.downloadCsv(report.id)} icon={<FileText />} download>
              Download as CSV
            </MenuLink>
          )}
          {canCreate && (
            <MenuLink href={paths.duplicateReport(report.id)} icon={<Copy />}>
              Duplicate
            </MenuLink>
          )}
        </DropdownMenu>
      )}
      <span className="contents text-left">{deeds.dialog}</span>
    </span>
  )
}
