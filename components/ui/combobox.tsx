'use client'

import { ChevronsUpDown } from 'lucide-react'
import { type Ref, useId } from 'react'
import { ComboboxList } from './combobox-list'
import { type ComboboxOption, optionId } from './combobox-option'
import { useFieldControl } from './field-context'
import { FloatingPanel } from './floating-panel'
import { useCombobox } from './use-combobox'

/**
 * One of many, found by typing. Works as a plain text field too: an exact value or label, typed and
 * left (Enter, Tab, blur), chooses it; anything else falls back to what was chosen before.
 */
export function Combobox({
  options,
  value,
  onChange,
  onBlur,
  placeholder,
  nothingFound = 'Nothing by this name.',
  disabled,
  name,
  ref,
}: {
  options: readonly ComboboxOption[]
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  nothingFound?: string
  disabled?: boolean
  name?: string
  ref?: Ref<HTMLInputElement>
}) {
  const field = useFieldControl()
  const listId = useId()
  const box = useCombobox({ options, value, onChange })

  return (
    <>
      <div className="relative">
        <input
          {...field}
          ref={ref}
          name={name}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={box.open}
          aria-controls={box.open ? listId : undefined}
          aria-activedescendant={
            box.open && box.active ? optionId(listId, box.active.value) : undefined
          }
          disabled={disabled}
          placeholder={placeholder}
          value={box.text}
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={box.handleKey}
          onFocus={(event) => event.target.select()}
          onClick={() => box.setOpen(true)}
          onBlur={() => {
            box.settle()
            onBlur?.()
          }}
          className="control truncate pr-8"
        />
        <ChevronsUpDown
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-3.5 text-ink-2"
        />
      </div>
      {box.open && (
        <FloatingPanel
          popover="manual"
          onClose={() => box.setOpen(false)}
          id={listId}
          role="listbox"
          aria-label="Choices"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          className="max-h-80 w-(--anchor-width) overflow-y-auto overscroll-contain p-1"
        >
          <ComboboxList
            listId={listId}
            options={box.matches}
            grouped={box.text === '' || box.matches.length === options.length}
            active={box.active}
            chosen={value}
            onHover={box.setActive}
            onPick={box.pick}
            nothingFound={nothingFound}
          />
        </FloatingPanel>
      )}
    </>
  )
}
