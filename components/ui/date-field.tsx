'use client'

import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { formatTypedDate, parseTypedDate } from '@/lib/format/typed-date'
import { Calendar } from './calendar'
import { fromCalendarDate, toCalendarDate } from './calendar-date'
import { DateInput, type DateInputProps } from './date-input'
import { Field } from './field'
import { IconButton } from './icon-button'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

/** One date, typed or picked. A time that was typed stays when another day is picked. */
export function DateField({
  label,
  hint,
  error,
  required,
  min,
  max,
  ...input
}: DateInputProps & {
  label: string
  hint?: string
  error?: string
  required?: boolean
  /** First and last day that can be picked, `YYYY-MM-DD`. */
  min?: string
  max?: string
}) {
  const [open, setOpen] = useState(false)
  const typed = parseTypedDate(input.value, input.today)
  const selected = typed.ok ? toCalendarDate(typed.day) : undefined

  return (
    <Field label={label} hint={hint} error={error} required={required}>
      <div className="flex gap-1.5">
        <DateInput {...input} />
        <Popover open={open} onOpenChange={setOpen}>
          <PopoverTrigger asChild>
            <IconButton name="Open calendar" icon={<CalendarDays />} disabled={input.disabled} />
          </PopoverTrigger>
          <PopoverContent aria-label={`Calendar: ${label}`} align="end" className="p-3">
            <Calendar
              mode="single"
              autoFocus
              selected={selected}
              defaultMonth={selected ?? (max ? toCalendarDate(max) : undefined)}
              disabled={[
                ...(min ? [{ before: toCalendarDate(min) }] : []),
                ...(max ? [{ after: toCalendarDate(max) }] : []),
              ]}
              onSelect={(date) => {
                if (!date) return
                const time = typed.ok ? typed.time : null
                input.onChange(formatTypedDate({ day: fromCalendarDate(date), time }))
                setOpen(false)
              }}
            />
          </PopoverContent>
        </Popover>
      </div>
    </Field>
  )
}
