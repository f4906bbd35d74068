'use client'

import {
  ChevronDown,
  CircleStop,
  Copy,
  Download,
  Ellipsis,
  FileArchive,
  FileText,
  RefreshCw,
  RotateCcw,
  Send,
} from 'lucide-react'
import Link from 'next/link'
import type { useDeeds } from '@/components/requests/use-deeds'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { ButtonLink } from '@/components/ui/button-link'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { paths } from '@/lib/paths'
import type { SingleReport } from '@/lib/schemas/views'

/** The page's actions: the file first, the rest in a menu on narrow screens. */
export function ReportActions({
  report: { id, request },
  canCreate,
  deeds,
}: {
  report: SingleReport
  canCreate: boolean
  deeds: ReturnType<typeof useDeeds>
}) {
  const { actions } = request
  const hasMenu =
    actions.refresh || actions.cancel || actions.retry || actions.sendAgain || canCreate
  return (
    <>
      {canCreate && (
        <ButtonLink
          href={paths.duplicateReport(id)}
          icon={<Copy aria-hidden />}
          className="max-sm:hidden"
        >
          Duplicate
        </ButtonLink>
      )}
      {actions.cancel && (
        <Button
          icon={<CircleStop aria-hidden />}
          onClick={() => deeds.ask('cancel')}
          className="max-sm:hidden"
        >
          Cancel report
        </Button>
      )}
      {actions.download && (
        <span className="flex">
          <a
            href={paths.api.download(id)}
            download
            className={buttonClass('primary', 'md', 'rounded-r-none')}
          >
            <Download aria-hidden />
            Download ZIP
          </a>
          <DropdownMenu
            trigger={
              <button
                type="button"
                aria-label="Other formats"
                className={buttonClass(
                  'primary',
                  'md',
                  'rounded-l-none border-l-on-accent/30! px-1.5!',
                )}
              >
                <ChevronDown aria-hidden />
              </button>
            }
          >
            <MenuItem asChild>
              <a href={paths.api.download(id)} download>
                <FileArchive aria-hidden />
                ZIP, as Vonage made it
              </a>
            </MenuItem>
            <MenuItem asChild>
              <a href={paths.api.downloadCsv(id)} download>
                <FileText aria-hidden />
                CSV, unzipped
              </a>
            </MenuItem>
          </DropdownMenu>
        </span>
      )}
      {hasMenu && (
        <DropdownMenu
          trigger={<IconButton name="More actions" icon={<Ellipsis />} className="-mr-2" />}
        >
          {canCreate && (
            <MenuItem asChild className="sm:hidden">
              <Link href={paths.duplicateReport(id)}>
                <Copy aria-hidden />
                Duplicate
              </Link>
            </MenuItem>
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
              className="sm:hidden"
              onSelect={() => deeds.ask('cancel')}
            >
              Cancel report
            </MenuItem>
          )}
        </DropdownMenu>
      )}
    </>
  )
}
