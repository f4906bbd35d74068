'use client'

import { Copy, Download, Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { rowLinkClass } from '@/components/requests/row-link-class'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Tooltip } from '@/components/ui/tooltip'
import { paths } from '@/lib/paths'
import type { ReportRow } from '@/lib/schemas/views'

/** What a person can do with a report that has several requests, or none: all at once. */
export function ManyActions({ report, canCreate }: { report: ReportRow; canCreate: boolean }) {
  const { actions, id, title } = report
  return (
    <span className="flex items-center justify-end">
      {actions.download && (
        <Tooltip text="Download the files as one ZIP">
          <a href={paths.api.download(id)} download aria-label="Download" className={rowLinkClass}>
            <Download aria-hidden className="size-4" />
          </a>
        </Tooltip>
      )}
      {canCreate && (
        <DropdownMenu
          trigger={<IconButton name={`More about ${title}`} icon={<Ellipsis />} size="sm" />}
        >
          <MenuItem asChild>
            <Link href={paths.duplicateReport(id)}>
              <Copy aria-hidden />
              Duplicate
            </Link>
          </MenuItem>
        </DropdownMenu>
      )}
    </span>
  )
}
