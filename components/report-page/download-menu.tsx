'use client'

import { ChevronDown, Download, FileArchive, FileText } from 'lucide-react'
import { buttonClass } from '@/components/ui/button-class'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { MenuLink } from '@/components/ui/menu-items'

type Choice = { href: string; text: string }

/** The file at hand, in the form that most people want; the other forms in a menu. Works without scripts. */
export function DownloadMenu({ zip, csvs }: { zip: Choice; csvs: readonly Choice[] }) {
  return (
    <span className="flex">
      <a href={zip.href} download className={buttonClass('primary', 'md', 'rounded-r-none')}>
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
        <MenuLink href={zip.href} icon={<FileArchive />} download>
          {zip.text}
        </MenuLink>
        {csvs.map(({ href, text }) => (
          <MenuLink key={href} href={href} icon={<FileText />} download>
            {text}
          </MenuLink>
        ))}
      </DropdownMenu>
    </span>
  )
}
