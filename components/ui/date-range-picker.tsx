'use client'

import clsx from 'clsx'
import { useState } from 'react'
import type { DateRange } from 'react-day-picker'
import { startOfMonth } from '@/lib/format/calendar-day'
import { formatDateRange } from '@/lib/format/date-range'
import { listRangePresets } from '@/lib/format/range-presets'
import { parseTypedDate } from '@/lib/format/typed-date'
import type { Reach } from '@/lib/schemas/retention'
import { Button } from './button'
import { Calendar, type CalendarProps } from './calendar'
import { fromCalendarDate, toCalendarDate } from './calendar-date'
import type { DateRangeValue } from './date-range-fields'

/** Presets at the left, months at the right. The first click is the first day, the second the last. */
export function DateRangePicker({
  value,
  today,
  reach,
  weekStartsOn,
  months,
  onChange,
  onDone,
}: {
  value: DateRangeValue
  today: string
  reach: Reach
  /** 0 for Sunday. */
  weekStartsOn: CalendarProps['weekStartsOn']
  months: 1 | 2
  onChange: (value: DateRangeValue) => void
  onDone: () => void
}) {
  const [range, setRange] = useState<DateRange | undefined>(() => readRange(value, today))
  const last = range?.to ? fromCalendarDate(range.to) : today
  const words =
    range?.from && range.to
      ? formatDateRange(fromCalendarDate(range.from), fromCalendarDate(range.to))
      : 'Choose the first day, then the last.'

  function apply() {
    if (!range?.from) return
    const from = fromCalendarDate(range.from)
    onChange({ from, to: range.to ? fromCalendarDate(range.to) : from })
    onDone()
  }

  return (
    <div className="flex max-sm:flex-col">
      <ul className="grid content-start gap-px border-line p-2 max-sm:grid-cols-3 max-sm:border-b sm:w-48 sm:border-r">
        {listRangePresets(today, reach).map((preset) => {
          const isChosen = value.from === preset.from && value.to === preset.to
          return (
            <li key={preset.label}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => {
                  onChange({ from: preset.from, to: preset.to })
                  onDone()
                }}
                className={clsx(
                  'w-full rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover pointer-coarse:py-2.5',
                  isChosen && 'bg-accent-soft font-medium text-accent-ink',
                )}
              >
                {preset.label}
                <span className="block font-normal text-ink-2 text-xs tabular-nums max-sm:hidden">
                  {formatDateRange(preset.from, preset.to)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <div className="flex flex-col justify-between gap-3 p-3">
        <Calendar
          mode="range"
          autoFocus
          numberOfMonths={months}
          selected={range}
          onSelect={(_, day) => setRange(nextRange(range, day))}
          defaultMonth={toCalendarDate(startOfMonth(last, 1 - months))}
          endMonth={toCalendarDate(today)}
          today={toCalendarDate(today)}
          startMonth={toCalendarDate(reach.first)}
          weekStartsOn={weekStartsOn}
          disabled={{ after: toCalendarDate(today), before: toCalendarDate(reach.first) }}
        />
        <div className="flex items-center justify-between gap-3 border-line border-t pt-3">
          <p role="status" className="text-ink-2 text-sm">
            {words}
          </p>
          <Button variant="primary" size="sm" onClick={apply} disabled={!range?.from}>
            Use these dates
          </Button>
        </div>
      </div>
    </div>
  )
}

function readRange(value: DateRangeValue, today: string): DateRange | undefined {
  const from = parseTypedDate(value.from, today)
  const to = parseTypedDate(value.to, today)
  if (!from.ok) return undefined
  return { from: toCalendarDate(from.day), to: to.ok ? toCalendarDate(to.day) : undefined }
}

/** A whole range is begun anew by the next click; a half one is completed, in either direction. */
function nextRange(range: DateRange | undefined, day: Date): DateRange {
  if (!range?.from || range.to) return { from: day, to: undefined }
  return day < range.from ? { from: day, to: range.from } : { from: range.from, to: day }
}
