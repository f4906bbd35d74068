'use client'

import { CalendarRange } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFormat } from '@/components/format/format-context'
import { weekStartOf } from '@/lib/format/week-start'
import type { Reach } from '@/lib/schemas/retention'
import { Button } from './button'
import { DateInput } from './date-input'
import { Field } from './field'
import { Popover } from './popover'
import { useMediaQuery } from './use-media-query'

export type DateRangeValue = { from: string; to: string }

const loadPicker = () => import('./date-range-picker')
/** Most dates are typed, so the calendar comes only when it is opened. */
const DateRangePicker = dynamic(() => loadPicker().then((file) => file.DateRangePicker), {
  ssr: false,
  loading: () => (
    <div role="status" className="grid h-96 w-64 place-items-center text-ink-2 text-sm">
      Opening the calendar
    </div>
  ),
})

/**
 * Two dates, typed each in its own field or picked together: presets, two months. Both days belong
 * to the range. The fields are named exactly "From" and "To".
 */
export function DateRangeFields({
  value,
  onChange,
  onBlur,
  errors,
  hint,
  today,
  reach,
  required,
}: {
  value: DateRangeValue
  onChange: (value: DateRangeValue) => void
  onBlur?: (field: 'from' | 'to') => void
  errors?: { from?: string; to?: string }
  /** The range in words, under the fields. */
  hint?: string
  /** `YYYY-MM-DD` in the range's zone: the last day that can be picked. */
  today: string
  /** How far back days can be picked. */
  reach: Reach
  required?: boolean
}) {
  const [open, setOpen] = useState(false)
  const weekStartsOn = weekStartOf(useFormat().locale)
  const isWide = useMediaQuery('(min-width: 52rem)')
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[1fr_1fr_auto]">
        <Field label="From" error={errors?.from} required={required}>
          <DateInput
            name="from"
            value={value.from}
            today={today}
            onChange={(from) => onChange({ ...value, from })}
            onBlur={() => onBlur?.('from')}
          />
        </Field>
        <Field label="To" error={errors?.to} required={required}>
          <DateInput
            name="to"
            value={value.to}
            today={today}
            onChange={(to) => onChange({ ...value, to })}
            onBlur={() => onBlur?.('to')}
          />
        </Field>
        <Popover
          open={open}
          onOpenChange={setOpen}
          label="Choose dates"
          align="end"
          trigger={
            <Button
              icon={<CalendarRange aria-hidden />}
              className="max-sm:col-span-2 sm:mt-6.5"
              onPointerEnter={loadPicker}
              onFocus={loadPicker}
            >
              Choose dates
            </Button>
          }
        >
          <DateRangePicker
            value={value}
            today={today}
            reach={reach}
            weekStartsOn={weekStartsOn}
            months={isWide ? 2 : 1}
            onChange={onChange}
            onDone={() => setOpen(false)}
          />
        </Popover>
      </div>
      {hint && <p className="text-ink-2 text-xs">{hint}</p>}
    </div>
  )
}
