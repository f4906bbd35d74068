'use client'

import { SlidersHorizontal } from 'lucide-react'
import {
  DropdownMenu,
  MenuCheckboxItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { type OptionalColumn, optionalColumns, type Preferences } from '@/lib/schemas/preferences'

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
      <MenuLabel>Columns</MenuLabel>
      {(Object.entries(optionalColumns) as [OptionalColumn, string][]).map(([id, name]) => (
        <MenuCheckboxItem
          key={id}
          checked={!hiddenColumns.includes(id)}
          onCheckedChange={(isShown) => toggle(id, isShown === true)}
        >
          {name}
        </MenuCheckboxItem>
      ))}
      <MenuSeparator />
      <MenuLabel>Rows</MenuLabel>
      <MenuRadioGroup
        value={density}
        onValueChange={(next) =>
          onChange({ density: next === 'compact' ? 'compact' : 'comfortable' })
        }
      >
        <MenuRadioItem value="comfortable">Comfortable</MenuRadioItem>
        <MenuRadioItem value="compact">Compact</MenuRadioItem>
      </MenuRadioGroup>
    </DropdownMenu>
  )
}
