'use client'

import clsx from 'clsx'
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type ComboboxOption, optionId } from './combobox-option'

type ListProps = {
  listId: string
  options: readonly ComboboxOption[]
  /** In groups while all are shown; by fit while searching. */
  grouped: boolean
  active: ComboboxOption | undefined
  chosen: string
  onHover: (option: ComboboxOption) => void
  onPick: (option: ComboboxOption) => void
  nothingFound: string
}

export function ComboboxList({ options, grouped, nothingFound, ...rest }: ListProps) {
  if (options.length === 0) {
    return (
      <div
        role="option"
        aria-selected={false}
        aria-disabled
        tabIndex={-1}
        className="px-2 py-3 text-ink-2"
      >
        {nothingFound}
      </div>
    )
  }
  const groups = grouped ? [...Map.groupBy(options, ({ group }) => group)] : [[undefined, options]]
  return (groups as [string | undefined, ComboboxOption[]][]).map(([group, members], index) => {
    const items = members.map((option) => <Option key={option.value} option={option} {...rest} />)
    if (!group) return items
    const headingId = `${rest.listId}-group-${index}`
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand inside a listbox
      <div key={group} role="group" aria-labelledby={headingId} className="pb-1 last:pb-0">
        <div
          id={headingId}
          role="presentation"
          className="sticky -top-1 z-10 bg-raised px-2 pt-2 pb-1 text-ink-2 text-xs"
        >
          {group}
        </div>
        {items}
      </div>
    )
  })
}

function Option({
  listId,
  option,
  active,
  chosen,
  onHover,
  onPick,
}: Omit<ListProps, 'options' | 'grouped' | 'nothingFound'> & { option: ComboboxOption }) {
  const ref = useRef<HTMLDivElement>(null)
  const isActive = option.value === active?.value
  const id = optionId(listId, option.value)

  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys and focus belong to the input
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={option.value === chosen}
      aria-labelledby={`${id}-label`}
      aria-describedby={option.description ? `${id}-description` : undefined}
      onPointerMove={() => !isActive && onHover(option)}
      onClick={() => onPick(option)}
      className={clsx(
        'flex scroll-my-8 cursor-pointer items-start gap-2 rounded-md px-2 py-1.5 pointer-coarse:py-2.5',
        isActive && 'bg-hover forced-colors:outline-2',
      )}
    >
      <span className="grid min-w-0 flex-1">
        <span id={`${id}-label`} className="truncate">
          {option.label}
        </span>
        {option.description && (
          <span id={`${id}-description`} className="text-ink-2 text-xs">
            {option.description}
          </span>
        )}
      </span>
      {option.value === chosen && (
        <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
      )}
    </div>
  )
}
