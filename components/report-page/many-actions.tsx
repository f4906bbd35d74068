'use client'

import { ChevronDown, Copy, Download, FileArchive, FileText } from 'lucide-react'
import { buttonClass } from '@/components/ui/button-class'
import { ButtonLink } from '@/components/ui/button-link'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import type { ReportRow } from '@/lib/schemas/views'

/** The page's actions on all requests at once: the files first. */
export function ManyActions({ report, canCreate }: { report: ReportRow; canCreate: boolean }) {
  const { id, actions, products } = report
  return (
    <>
      {canCreate && (
        <ButtonLink href={paths.duplicateReport(id)} icon={<Copy aria-hidden />}>
          Duplicate
        </ButtonLink>
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
                One ZIP, with a manifest
              </a>
            </MenuItem>
            {products.map((product) => (
              <MenuItem key={product} asChild>
                <a href={paths.api.downloadProduct(id, product)} download>
                  <FileText aria-hidden />
                  {productTitle(product)}, one CSV
                </a>
              </MenuItem>
            ))}
          </DropdownMenu>
        </span>
      )}
    </>
  )
}
