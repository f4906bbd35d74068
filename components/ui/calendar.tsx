'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { DayPicker, type DayPickerProps, defaultDateLib } from 'react-day-picker'

const navButton =
  'grid size-7 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink aria-disabled:opacity-40 pointer-coarse:size-9'

const classNames = {
  root: 'relative select-none',
  months: 'flex items-start gap-6 max-sm:flex-col',
  month: 'grid gap-2',
  month_caption: 'flex h-7 items-center justify-center font-medium text-sm pointer-coarse:h-9',
  nav: 'absolute inset-x-0 top-0 z-10 flex justify-between',
  button_previous: navButton,
  button_next: navButton,
  month_grid: 'border-collapse',
  weekday: 'size-8 font-normal text-ink-2 text-xs',
  day: 'p-0 text-center text-sm',
  day_button:
    'size-8 rounded-md tabular-nums hover:bg-hover pointer-coarse:size-10 disabled:cursor-not-allowed disabled:text-ink-3 disabled:opacity-50 disabled:hover:bg-transparent',
  today: 'font-semibold text-accent-ink underline decoration-2 underline-offset-4',
  outside: 'text-ink-3',
  hidden: 'invisible',
  selected: 'range-day',
  range_start: 'range-end-day range-start-day',
  range_end: 'range-end-day range-stop-day',
  range_middle: 'range-middle-day',
}

// The library's own "2nd" does not hold the number that is seen, which is what voice control listens for.
const labels: DayPickerProps['labels'] = {
  labelDayButton: (date, { today, selected }, _options, dates = defaultDateLib) =>
    `${today ? 'Today, ' : ''}${dates.format(date, 'EEEE, d MMMM yyyy')}${selected ? ', selected' : ''}`,
}

export type CalendarProps = DayPickerProps

/** The month grid of the date fields. */
export function Calendar(props: CalendarProps) {
  return (
    <DayPicker
      showOutsideDays={false}
      {...props}
      classNames={classNames}
      labels={labels}
      components={{ Chevron }}
    />
  )
}

function Chevron({ orientation }: { orientation?: 'left' | 'right' | 'up' | 'down' }) {
  const Icon = orientation === 'left' ? ChevronLeft : ChevronRight
  return <Icon aria-hidden className="size-4" />
}
