'use client'

import clsx from 'clsx'
import { SlidersHorizontal } from 'lucide-react'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import {
  MenuCheckboxItem,
  MenuGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@/components/ui/menu-items'
import { type OptionalColumn, optionalColumns } from '@/lib/schemas/history-columns'
import type { Preferences } from '@/lib/schemas/preferences'
import { narrow } from './narrow-columns'

/** Which columns, and how dense. */
export function ViewMenu({
  settings,
  onChange,
}: {
  settings: Preferences
  onChange: (change: Partial<Preferences>) => void
}) {
  const { hiddenColumns, density } = settings
  const toggle = (id: OptionalColumn, isShown: boolean) =>
    onChange({
      hiddenColumns: isShown
        ? hiddenColumns.filter((other) => other !== id)
        : [...hiddenColumns, id],
    })
  return (
    <DropdownMenu trigger={<IconButton name="Columns and density" icon={<SlidersHorizontal />} />}>
      <MenuGroup name="Columns">
        {(Object.entries(optionalColumns) as [OptionalColumn, string][]).map(([id, name]) => (
          <MenuCheckboxItem
            key={id}
            checked={!hiddenColumns.includes(id)}
            onChange={(isShown) => toggle(id, isShown)}
          >
            <span>
              {name}
              <span className={clsx('text-ink-2 text-xs', narrow[id].told)}>
                Needs a wider window
              </span>
            </span>
          </MenuCheckboxItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuGroup name="Rows">
        <MenuRadioItem
          checked={density === 'comfortable'}
          onChoose={() => onChange({ density: 'comfortable' })}
        >
          Comfortable
        </MenuRadioItem>
        <MenuRadioItem
          checked={density === 'compact'}
          onChoose={() => onChange({ density: 'compact' })}
        >
          Compact
        </MenuRadioItem>
      </MenuGroup>
    </DropdownMenu>
  )
}
