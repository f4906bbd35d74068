'use client'

import { ArrowDownToLine, ArrowUpToLine, Copy, Filter, FilterX, PanelRight } from 'lucide-react'
import { useFormat } from '@/components/format/format-context'
import { MenuGroup, MenuItem } from '@/components/ui/menu-items'
import { MenuPanel } from '@/components/ui/menu-panel'
import { useToast } from '@/components/ui/toaster'
import { useCopy } from '@/components/ui/use-copy'
import { describeValue } from './describe-filter'
import type { Pointed } from './record-grid'
import type { ViewControl } from './use-record-view'
import { withBound, withoutValue, withValue } from './value-filters'

/** What can be done with a value of the grid: choose records by it, copy it, see the whole record. */
export function ValueMenu({
  pointed: { column, value, place, cell },
  control: { change },
  onOpen,
  onClose,
}: {
  pointed: Pointed
  control: ViewControl
  onOpen: (place: number) => void
  onClose: () => void
}) {
  const { timeZone } = useFormat()
  const toast = useToast()
  const copy = useCopy()
  const { key, type, isMasked } = column
  const words = value === null ? 'empty' : describeValue(value, timeZone)
  const filter = (next: ReturnType<typeof withValue>) =>
    change(({ filters }) => ({ filters: next(filters) }))
  const more = (
    <>
      {value !== null && (
        <MenuItem
          icon={<Copy aria-hidden />}
          onSelect={async () => {
            if (await copy(value)) toast({ title: 'Copied' })
          }}
        >
          Copy
        </MenuItem>
      )}
      <MenuItem icon={<PanelRight aria-hidden />} onSelect={() => onOpen(place)}>
        The whole record
      </MenuItem>
    </>
  )

  return (
    <MenuPanel
      aria-label={`${key}: ${words}`}
      anchor={cell}
      align="start"
      onClose={onClose}
      className="w-64"
    >
      {isMasked ? (
        <MenuGroup name="Masked for you, so records can’t be chosen by it.">{more}</MenuGroup>
      ) : (
        <>
          <MenuItem
            icon={<Filter aria-hidden />}
            onSelect={() => filter(withValue(key, value ?? ''))}
          >
            <span className="truncate">Only “{words}”</span>
          </MenuItem>
          <MenuItem
            icon={<FilterX aria-hidden />}
            onSelect={() => filter(withoutValue(key, value ?? ''))}
          >
            <span className="truncate">Without “{words}”</span>
          </MenuItem>
          {type !== 'text' && value !== null && (
            <>
              <MenuItem
                icon={<ArrowDownToLine aria-hidden />}
                onSelect={() => filter(withBound(key, { from: value }))}
              >
                {type === 'time' ? 'From then on' : 'This or more'}
              </MenuItem>
              <MenuItem
                icon={<ArrowUpToLine aria-hidden />}
                onSelect={() => filter(withBound(key, { to: value }))}
              >
                {type === 'time' ? 'Before then' : 'This or less'}
              </MenuItem>
            </>
          )}
          {more}
        </>
      )}
    </MenuPanel>
  )
}
