'use client'

import { useEffect, useState } from 'react'
import { DateInput } from '@/components/ui/date-input'
import { Field } from '@/components/ui/field'
import { parseTypedDate } from '@/lib/format/typed-date'
import type { ReportFilter } from '@/lib/schemas/report-list'

/** A day of a filter, typed as people type it; it takes effect when the field is left, as Enter does, too. */
export function FilterDay({
  label,
  name,
  input,
  onFilter,
}: {
  label: string
  name: 'created' | 'createdTo' | 'from' | 'to'
  input: ReportFilter
  onFilter: (change: Partial<ReportFilter>) => void
}) {
  const [text, setText] = useState(input[name])
  const [error, setError] = useState<string>()
  useEffect(() => setText(input[name]), [input, name])
  const take = () => {
    const date = parseTypedDate(text)
    const day = text.trim() === '' ? '' : date.ok ? date.day : null
    setError(day === null ? 'Type a day, for example 2026-10-01.' : undefined)
    if (day !== null && day !== input[name]) onFilter({ [name]: day })
  }
  return (
    <Field label={label} error={error}>
      <DateInput name={name} value={text} onChange={setText} onBlur={take} />
    </Field>
  )
}
