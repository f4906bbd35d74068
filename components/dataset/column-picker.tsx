'use client'

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Popover } from '@/components/ui/popover'
import type { RecordColumn } from '@/lib/schemas/dataset'
import type { RecordView } from '@/lib/schemas/record-view'
import { moveKey, shownColumns } from './shown-columns'
import type { ViewControl } from './use-record-view'

/** Which columns are shown, and in which order: those that are stand first, in theirs. */
export function ColumnPicker({
  columns,
  usual,
  control: { view, change },
}: {
  /** All there are. */
  columns: readonly RecordColumn[]
  usual: readonly string[]
  control: ViewControl
}) {
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const keysOf = (one: RecordView) => shownColumns(one, usual, columns).map(({ key }) => key)
  const shown = keysOf(view)
  const set = (next: (shown: readonly string[]) => readonly string[]) =>
    change((now) => {
      const keys = next(keysOf(now))
      return { columns: keys.join('\n') === usual.join('\n') ? null : [...keys] }
    }, 'replace')
  const hidden = columns.filter(({ key }) => !shown.includes(key)).map(({ key }) => key)
  const fits = (key: string) => key.toLowerCase().includes(typed.toLowerCase())
  return (
    <Popover
      label="Columns"
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      className="w-80 p-3"
      trigger={
        <button type="button" className={buttonClass('secondary', 'md')}>
          <Columns3 aria-hidden />
          Columns
          <span className="font-normal text-ink-2">
            {shown.length} of {columns.length}
          </span>
        </button>
      }
    >
      <div className="grid max-h-[min(32rem,70dvh)] grid-rows-[auto_minmax(0,1fr)_auto] gap-3">
        <Input
          aria-label="Find a column"
          placeholder="Find a column"
          value={typed}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <ul aria-label="All columns" className="grid content-start overflow-y-auto px-1">
          {[...shown, ...hidden].filter(fits).map((key) => {
            const at = shown.indexOf(key)
            return (
              <li key={key} className="flex min-h-8 items-center justify-between gap-2">
                <Checkbox
                  label={key}
                  checked={at >= 0}
                  disabled={at >= 0 && shown.length === 1}
                  onChange={({ target }) =>
                    set((keys) => [
                      ...keys.filter((other) => other !== key),
                      ...(target.checked ? [key] : []),
                    ])
                  }
                />
                {at >= 0 && typed === '' && (
                  <span className="flex">
                    {/* Always there: who walks a column to the end by keys keeps the focus. */}
                    <IconButton
                      size="sm"
                      name={`Move ${key} up`}
                      icon={<ArrowUp />}
                      aria-disabled={at === 0 || undefined}
                      onClick={() => set((keys) => moveKey(keys, key, -1))}
                    />
                    <IconButton
                      size="sm"
                      name={`Move ${key} down`}
                      icon={<ArrowDown />}
                      aria-disabled={at === shown.length - 1 || undefined}
                      onClick={() => set((keys) => moveKey(keys, key, 1))}
                    />
                  </span>
                )}
              </li>
            )
          })}
        </ul>
        <div className="flex gap-2 border-line border-t pt-3">
          <Button size="sm" onClick={() => set(() => usual)}>
            The usual ones
          </Button>
          <Button size="sm" onClick={() => set(() => [...shown, ...hidden])}>
            All
          </Button>
        </div>
      </div>
    </Popover>
  )
}
