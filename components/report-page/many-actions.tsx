'use client'

import { CircleStop, Copy, Ellipsis, RotateCcw, Trash2 } from 'lucide-react'
import type { SelectionHandlers, SelectionRights } from '@/components/selection/selection-handlers'
import { useBulk } from '@/components/selection/use-bulk'
import { ButtonLink } from '@/components/ui/button-link'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import type { ReportRow } from '@/lib/schemas/views'
import { DownloadMenu } from './download-menu'

/** The page's actions on all requests at once: the files first. */
export function ManyActions({
  report,
  forSelected: { handlers, rights },
}: {
  report: ReportRow
  forSelected: { handlers: SelectionHandlers; rights: SelectionRights }
}) {
  const { id, actions, products, bytes } = report
  const bulk = useBulk(id, handlers)
  const canDelete = rights.canDelete && bytes > 0
  return (
    <>
      {rights.canCreate && (
        <ButtonLink href={paths.duplicateReport(id)} icon={<Copy aria-hidden />}>
          Duplicate
        </ButtonLink>
      )}
      {actions.download && (
        <DownloadMenu
          zip={{ href: paths.api.download(id), text: 'One ZIP, with a manifest' }}
          csvs={products.map((product) => ({
            href: paths.api.downloadProduct(id, product),
            text: `${productTitle(product)}, one CSV`,
          }))}
        />
      )}
      {(actions.retry > 0 || actions.cancel > 0 || canDelete) && (
        <DropdownMenu
          trigger={<IconButton name="More actions" icon={<Ellipsis />} className="-mr-2" />}
        >
          {actions.retry > 0 && (
            <MenuItem icon={<RotateCcw />} onSelect={() => bulk.ask('retry')}>
              Retry what failed
            </MenuItem>
          )}
          {actions.cancel > 0 && (
            <MenuItem icon={<CircleStop />} danger onSelect={() => bulk.ask('cancel')}>
              Cancel what runs
            </MenuItem>
          )}
          {canDelete && (
            <MenuItem icon={<Trash2 />} danger onSelect={() => bulk.ask('delete')}>
              Delete files
            </MenuItem>
          )}
        </DropdownMenu>
      )}
      {bulk.dialog}
    </>
  )
}
