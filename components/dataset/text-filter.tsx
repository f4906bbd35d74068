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
type OwnFilter = Extract<RecordFilter, { op: Kind }>

/** A filter of texts: by values that are there, or by a part of them. */
export function TextFilter({ of, column, view, onApply }: FilterFormProps) {
  const own = view.filters.filter(
    (filter): filter is OwnFilter => filter.column === column.key && filter.op in kinds,
  )
  const [shown = null] = own
  const [kind, setKind] = useState<Kind>(shown?.op ?? 'is')
  const [values, setValues] = useState(valuesOf(shown) ?? [])
  const [text, setText] = useState(textOf(shown) ?? '')
  const choose = (next: Kind) => {
    const set = own.find(({ op }) => op === next) ?? null
    setKind(next)
    setValues(valuesOf(set) ?? values)
    setText(textOf(set) ?? text)
  }

  const filter = toFilter(column.key, kind, values, text)
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onApply(filter, shown)
      }}
    >
      <FilterKind kinds={kinds} value={kind} onChange={choose} />
      {(kind === 'is' || kind === 'is-not') && (
        <ValueChoice
          of={of}
          column={column.key}
          scope={{
            ...view,
            filters: view.filters.filter(
              (filter) => filter.column !== column.key || (filter !== shown && filter.op !== kind),
            ),
          }}
          values={values}
          onChange={setValues}
        />
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

function valuesOf(filter: OwnFilter | null): readonly string[] | null {
  return filter && 'values' in filter ? filter.values : null
}

function textOf(filter: OwnFilter | null): string | null {
  return filter && 'text' in filter ? filter.text : null
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
