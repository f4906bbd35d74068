'use client'

import { useState } from 'react'
import { DateInput } from '@/components/ui/date-input'
import { Field } from '@/components/ui/field'

/** A day of a filter, typed as people type it. */
export function DayField({ label, name, day }: { label: string; name: string; day: string }) {
  const [text, setText] = useState(day)
  return (
    <Field label={label}>
      <DateInput name={name} value={text} onChange={setText} />
    </Field>
  )
}
