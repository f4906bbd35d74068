'use client'

import { useState } from 'react'
import { useFormat } from '@/components/format/format-context'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { Field } from '@/components/ui/field'
import { toZonedParts } from '@/lib/format/zoned-parts'
import type { FilterFormProps } from './column-filter'
import { FilterKind } from './filter-kind'
import { readMoment } from './read-moment'
import { type RangeKind, rangeKinds, shownRange } from './shown-range'

/** A filter of times, typed on the reader’s clock. A day in To is a whole one. */
export function TimeFilter({ column, view, onApply }: FilterFormProps) {
  const { timeZone } = useFormat()
  const { shown, range } = shownRange(view.filters, column.key)
  const [kind, setKind] = useState<RangeKind>(shown?.op ?? 'between')
  const [from, setFrom] = useState(() => toTyped(range?.from, timeZone))
  const [to, setTo] = useState(() => toTyped(range?.to, timeZone))
  const [errors, setErrors] = useState<{ from?: string; to?: string }>({})

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (kind !== 'between') return onApply({ column: column.key, op: kind }, shown)
        const start = from ? readMoment(from, 'from', timeZone) : null
        const end = to ? readMoment(to, 'to', timeZone) : null
        const found = {
          ...(start && !start.ok && { from: start.message }),
          ...(end && !end.ok && { to: end.message }),
        }
        setErrors(found)
        if ((start && !start.ok) || (end && !end.ok)) return
        onApply(
          start || end
            ? {
                column: column.key,
                op: 'between',
                ...(start && { from: start.at }),
                ...(end && { to: end.at }),
              }
            : null,
          shown,
        )
      }}
    >
      <FilterKind kinds={rangeKinds} value={kind} onChange={setKind} />
      {kind === 'between' && (
        <>
          <Field label="From" error={errors.from}>
            <DateInput value={from} onChange={setFrom} placeholder="YYYY-MM-DD HH:MM" />
          </Field>
          <Field
            label="To"
            error={errors.to}
            hint={`${timeZone.replaceAll('_', ' ')}. A day without a time is all of it; a time is left out itself.`}
          >
            <DateInput value={to} onChange={setTo} placeholder="YYYY-MM-DD HH:MM" />
          </Field>
        </>
      )}
      <Button type="submit" variant="primary" size="sm" className="justify-self-start">
        Apply
      </Button>
    </form>
  )
}

function toTyped(iso: string | undefined, timeZone: string): string {
  if (!iso || Number.isNaN(Date.parse(iso))) return ''
  const { year, month, day, hour, minute, second } = toZonedParts(iso, timeZone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`
}
