'use client'

import clsx from 'clsx'
import { ChevronsUpDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useFieldControl } from './field-context'

export type SelectOption = { value: string; label: string; disabled?: boolean }

/** One of a few: the platform's own list, dressed. `placeholder` is an empty first choice. */
export function Select({
  options,
  placeholder,
  className,
  ...rest
}: ComponentProps<'select'> & { options: readonly SelectOption[]; placeholder?: string }) {
  return (
    <div className="relative">
      <select
        {...useFieldControl()}
        {...rest}
        className={clsx('control appearance-none truncate pr-8', className)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-3.5 text-ink-2"
      />
    </div>
  )
}
