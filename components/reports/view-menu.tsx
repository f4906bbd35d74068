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
import { optionalColumns, type ReportsViewSettings } from './reports-view-settings'

/** Which columns, and how dense. */
export function ViewMenu({
  settings,
  onChange,
}: {
  settings: ReportsViewSettings
  onChange: (settings: ReportsViewSettings) => void
}) {
  const toggle = (id: string, isShown: boolean) =>
    onChange({
      ...settings,
      hidden: isShown ? settings.hidden.filter((other) => other !== id) : [...settings.hidden, id],
    })
  return (
    <DropdownMenu trigger={<IconButton name="Columns and density" icon={<SlidersHorizontal />} />}>
      <MenuLabel>Columns</MenuLabel>
      {Object.entries(optionalColumns).map(([id, name]) => (
        <MenuCheckboxItem
          key={id}
          checked={!settings.hidden.includes(id)}
          onCheckedChange={(isShown) => toggle(id, isShown === true)}
        >
          {name}
        </MenuCheckboxItem>
      ))}
      <MenuSeparator />
      <MenuLabel>Rows</MenuLabel>
      <MenuRadioGroup
        value={settings.density}
        onValueChange={(density) =>
          onChange({ ...settings, density: density === 'compact' ? 'compact' : 'comfortable' })
        }
      >
        <MenuRadioItem value="comfortable">Comfortable</MenuRadioItem>
        <MenuRadioItem value="compact">Compact</MenuRadioItem>
      </MenuRadioGroup>
    </DropdownMenu>
  )
}
