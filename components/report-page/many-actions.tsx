'use client'

import { CircleStop, Copy, Ellipsis, RefreshCw, RotateCcw, Trash2 } from 'lucide-react'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { useRefresh } from '@/components/requests/use-refresh'
import type { SelectionHandlers, SelectionRights } from '@/components/selection/selection-handlers'
import { useBulk } from '@/components/selection/use-bulk'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { MenuItem, MenuLink } from '@/components/ui/menu-items'
import { productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import type { ReportRow } from '@/lib/schemas/views'
import { DownloadMenu } from './download-menu'

/** The page's actions on all requests at once: the files first, the rest in a menu on narrow screens. */
export function ManyActions({
  report,
  handlers,
  forSelected,
}: {
  report: ReportRow
  handlers: RequestHandlers
  forSelected: { handlers: SelectionHandlers; rights: SelectionRights }
}) {
  const { id, actions, products, bytes } = report
  const { rights } = forSelected
  const bulk = useBulk(id, forSelected.handlers)
  const refresh = useRefresh(() => handlers.refreshReport({ reportId: id }))
  const canDelete = rights.canDelete && bytes > 0
  const retry = actions.retry > 0 && `Retry failed (${actions.retry.toLocaleString('en')})`
  const isOnlyNarrow = actions.refresh === 0 && !canDelete
  return (
    <>
      {rights.canCreate && (
        <ButtonLink
          href={paths.duplicateReport(id)}
          icon={<Copy aria-hidden />}
          className="max-md:hidden"
        >
          Duplicate
        </ButtonLink>
      )}
      {actions.cancel > 0 && (
        <Button
          icon={<CircleStop aria-hidden />}
          onClick={() => bulk.ask('cancel')}
          className="max-md:hidden"
        >
          Cancel report
        </Button>
      )}
      {retry && (
        <Button
          icon={<RotateCcw aria-hidden />}
          onClick={() => bulk.ask('retry')}
          className="max-md:hidden"
        >
          {retry}
        </Button>
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
      {(rights.canCreate || actions.cancel > 0 || canDelete) && (
        <DropdownMenu
          trigger={
            <IconButton
              name="More actions"
              icon={<Ellipsis />}
              className={isOnlyNarrow ? '-mr-2 md:hidden' : '-mr-2'}
            />
          }
        >
          {rights.canCreate && (
            <MenuLink className="md:hidden" href={paths.duplicateReport(id)} icon={<Copy />}>
              Duplicate
            </MenuLink>
          )}
          {actions.refresh > 0 && (
            <MenuItem icon={<RefreshCw />} onSelect={refresh.run}>
              Ask Vonage now
            </MenuItem>
          )}
          {retry && (
            <MenuItem icon={<RotateCcw />} className="md:hidden" onSelect={() => bulk.ask('retry')}>
              {retry}
            </MenuItem>
          )}
          {actions.cancel > 0 && (
            <MenuItem
              icon={<CircleStop />}
              danger
              className="md:hidden"
              onSelect={() => bulk.ask('cancel')}
            >
              Cancel report
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
