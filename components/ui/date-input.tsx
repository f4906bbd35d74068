'use client'

import type { Ref } from 'react'
import { formatTypedDate, parseTypedDate } from '@/lib/format/typed-date'
import { useFieldControl } from './field-context'

export type DateInputProps = {
  /** What stands in the field: free text; once left, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM` if readable. */
  value: string
  onChange: (text: string) => void
  onBlur?: () => void
  /** `YYYY-MM-DD` in the zone of the field: lets "today" and "yesterday" be typed. */
  today?: string
  placeholder?: string
  disabled?: boolean
  name?: string
  ref?: Ref<HTMLInputElement>
}

/** A text field that reads dates as people type them, and spells them in one way when left. */
export function DateInput({
  value,
  onChange,
  onBlur,
  today,
  placeholder,
  ...rest
}: DateInputProps) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      type="text"
      autoComplete="off"
      spellCheck={false}
      placeholder={placeholder ?? 'YYYY-MM-DD'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const date = parseTypedDate(value, today)
        if (date.ok && formatTypedDate(date) !== value) onChange(formatTypedDate(date))
        onBlur?.()
      }}
      className="control tabular-nums"
    />
  )
}
