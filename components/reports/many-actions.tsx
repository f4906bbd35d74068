'use client'

import { CircleStop, Copy, Download, Ellipsis, FileText, RotateCcw } from 'lucide-react'
import { rowLinkClass } from '@/components/requests/row-link-class'
import type { SelectionHandlers } from '@/components/selection/selection-handlers'
import { useBulk } from '@/components/selection/use-bulk'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem, MenuLink } from '@/components/ui/menu-items'
import { Tooltip } from '@/components/ui/tooltip'
import { productTitle } from '@/lib/catalogue/products'
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
  const { actions, id, products, title } = report
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
      {(canCreate || actions.download) && (
        <DropdownMenu
          trigger={<IconButton name={`More about ${title}`} icon={<Ellipsis />} size="sm" />}
        >
          {actions.retry > 0 && actions.cancel > 0 && (
            <MenuItem icon={<RotateCcw />} onSelect={() => bulk.ask('retry')}>
              Retry failed
            </MenuItem>
          )}
          {actions.download &&
            products.map((product) => (
              <MenuLink
                key={product}
                href={paths.api.downloadProduct(id, product)}
                icon={<FileText />}
                download
              >
                {products.length === 1 ? 'Download as CSV' : `${productTitle(product)}, one CSV`}
              </MenuLink>
            ))}
          {canCreate && (
            <MenuLink href={paths.duplicateReport(id)} icon={<Copy />}>
              Duplicate
            </MenuLink>
          )}
        </DropdownMenu>
      )}
      <span className="contents text-left">{bulk.dialog}</span>
    </span>
  )
}
