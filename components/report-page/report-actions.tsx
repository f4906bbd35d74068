'use client'

import { CircleStop, Copy, Ellipsis, RefreshCw, RotateCcw, Send, Trash2 } from 'lucide-react'
import type { useDeeds } from '@/components/requests/use-deeds'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem, MenuLink } from '@/components/ui/menu-items'
import { paths } from '@/lib/paths'
import type { BulkDeed } from '@/lib/schemas/selection'
import type { SingleReport } from '@/lib/schemas/views'
import { DownloadMenu } from './download-menu'

/** The page's actions: the file first, the rest in a menu on narrow screens. */
export function ReportActions({
  report: { id, request },
  canCreate,
  canDelete,
  deeds,
  onAskBulk,
}: {
  report: SingleReport
  canCreate: boolean
  /** The file is here, and the person may delete it. */
  canDelete: boolean
  deeds: ReturnType<typeof useDeeds>
  onAskBulk: (deed: BulkDeed) => void
}) {
  const { actions } = request
  const hasMenu =
    actions.refresh ||
    actions.cancel ||
    actions.retry ||
    actions.sendAgain ||
    canCreate ||
    canDelete
  return (
    <>
      {canCreate && (
        <ButtonLink
          href={paths.duplicateReport(id)}
          icon={<Copy aria-hidden />}
          className="max-md:hidden"
        >
          Duplicate
        </ButtonLink>
      )}
      {actions.cancel && (
        <Button
          icon={<CircleStop aria-hidden />}
          onClick={() => deeds.ask('cancel')}
          className="max-md:hidden"
        >
          Cancel report
        </Button>
      )}
      {actions.download && (
        <DownloadMenu
          zip={{ href: paths.api.download(id), text: 'ZIP, as Vonage made it' }}
          csvs={[{ href: paths.api.downloadCsv(id), text: 'CSV, unzipped' }]}
        />
      )}
      {hasMenu && (
        <DropdownMenu
          trigger={<IconButton name="More actions" icon={<Ellipsis />} className="-mr-2" />}
        >
          {canCreate && (
            <MenuLink className="md:hidden" href={paths.duplicateReport(id)} icon={<Copy />}>
              Duplicate
            </MenuLink>
          )}
          {actions.refresh && (
            <MenuItem icon={<RefreshCw />} onSelect={deeds.refresh}>
              Ask Vonage now
            </MenuItem>
          )}
          {actions.retry && (
            <MenuItem icon={<RotateCcw />} onSelect={() => deeds.ask('retry')}>
              Retry
            </MenuItem>
          )}
          {actions.sendAgain && (
            <MenuItem icon={<Send />} onSelect={() => deeds.ask('sendAgain')}>
              Send again
            </MenuItem>
          )}
          {actions.cancel && (
            <MenuItem
              icon={<CircleStop />}
              danger
              className="md:hidden"
              onSelect={() => deeds.ask('cancel')}
            >
              Cancel report
            </MenuItem>
          )}
          {canDelete && (
            <MenuItem icon={<Trash2 />} danger onSelect={() => onAskBulk('delete')}>
              Delete file
            </MenuItem>
          )}
        </DropdownMenu>
      )}
    </>
  )
}
