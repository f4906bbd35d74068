'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { FilterFormProps } from './column-filter'
import { FilterKind } from './filter-kind'
import { type RangeKind, rangeKinds, shownRange } from './shown-range'

const shapes = { decimal: /^-?\d{1,8}(\.\d{1,10})?$/, count: /^-?\d{1,18}$/ }

/** A filter of prices or whole numbers: both bounds are within. */
export function NumberFilter({ column, view, onApply }: FilterFormProps) {
  const { shown, range } = shownRange(view.filters, column.key)
  const [kind, setKind] = useState<RangeKind>(shown?.op ?? 'between')
  const [from, setFrom] = useState(range?.from ?? '')
  const [to, setTo] = useState(range?.to ?? '')
  const [isTried, setTried] = useState(false)
  const shape = column.type === 'decimal' ? shapes.decimal : shapes.count
  const fault = (text: string) =>
    isTried && text !== '' && !shape.test(text)
      ? column.type === 'decimal'
        ? 'Write a number, for example 0.05.'
        : 'Write a whole number.'
      : undefined

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (kind !== 'between') return onApply({ column: column.key, op: kind }, shown)
        const bounds = [from, to].filter((text) => text !== '')
        if (bounds.some((text) => !shape.test(text))) return
        onApply(
          bounds.length > 0
            ? { column: column.key, op: 'between', ...(from && { from }), ...(to && { to }) }
            : null,
          shown,
        )
      }}
    >
      <FilterKind kinds={rangeKinds} value={kind} onChange={setKind} />
      {kind === 'between' && (
        <div className="grid grid-cols-2 items-start gap-3">
          <Field label="At least" error={fault(from)}>
            <Input
              inputMode="decimal"
              value={from}
              autoComplete="off"
              onChange={({ target }) => setFrom(target.value.trim())}
            />
          </Field>
          <Field label="At most" error={fault(to)}>
            <Input
              inputMode="decimal"
              value={to}
              autoComplete="off"
              onChange={({ target }) => setTo(target.value.trim())}
            />
          </Field>
        </div>
      )}
      <Button type="submit" variant="primary" size="sm" className="justify-self-start">
        Apply
      </Button>
    </form>
  )
}
