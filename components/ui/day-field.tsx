'use client'

import { useState } from 'react'
import { DateInput } from './date-input'
import { Field } from './field'

/** A day of a filter, typed as people type it. */
export function DayField({ label, name, day }: { label: string; name: string; day: string }) {
  const [text, setText] = useState(day)
  return (
    <Field label={label}>
      <DateInput name={name} value={text} onChange={setText} />
    </Field>
  )
}
