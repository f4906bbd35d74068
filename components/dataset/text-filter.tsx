'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { RecordFilter } from '@/lib/schemas/records'
import type { FilterFormProps } from './column-filter'
import { FilterKind } from './filter-kind'
import { ValueChoice } from './value-choice'

const kinds = {
  is: 'is one of',
  'is-not': 'is none of',
  contains: 'contains',
  'starts-with': 'starts with',
  empty: 'is empty',
  'not-empty': 'is not empty',
} as const
type Kind = keyof typeof kinds

/** A filter of texts: by values that are there, or by a part of them. */
export function TextFilter({ of, column, view, onApply }: FilterFormProps) {
  const set = view.filters.find((filter) => filter.column === column.key)
  const [kind, setKind] = useState<Kind>(set && set.op !== 'between' ? set.op : 'is')
  const [values, setValues] = useState<readonly string[]>(set && 'values' in set ? set.values : [])
  const [text, setText] = useState(set && 'text' in set ? set.text : '')

  const filter = toFilter(column.key, kind, values, text)
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onApply(filter ? [filter] : [])
      }}
    >
      <FilterKind kinds={kinds} value={kind} onChange={setKind} />
      {(kind === 'is' || kind === 'is-not') && (
        <ValueChoice of={of} column={column.key} view={view} values={values} onChange={setValues} />
      )}
      {(kind === 'contains' || kind === 'starts-with') && (
        <Field label="Text" hint="Small and capital letters are the same.">
          <Input
            value={text}
            autoComplete="off"
            maxLength={2000}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" size="sm" className="justify-self-start">
        Apply
      </Button>
    </form>
  )
}

function toFilter(
  column: string,
  op: Kind,
  values: readonly string[],
  text: string,
): RecordFilter | null {
  switch (op) {
    case 'is':
    case 'is-not':
      return values.length > 0 ? { column, op, values: [...values] } : null
    case 'contains':
    case 'starts-with':
      return text ? { column, op, text } : null
    default:
      return { column, op }
  }
}
