'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Count } from '@/components/format/count'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { type RecordsOf, recordChartOptions } from '@/lib/queries/records'
import type { RecordScope } from '@/lib/schemas/records'

const shown = 50

/** Values of a column to tick: the most frequent ones of the records that the other filters leave, and any other by typing. */
export function ValueChoice({
  of,
  column,
  scope,
  values,
  onChange,
}: {
  of: RecordsOf
  column: string
  /** The records whose values are counted: those that the other filters leave. */
  scope: RecordScope
  values: readonly string[]
  onChange: (values: string[]) => void
}) {
  const [typed, setTyped] = useState('')
  const query = useQuery(
    recordChartOptions(of, scope, { kind: 'groups', column, price: null, limit: shown }),
  )
  const groups = query.data?.groups ?? []
  const others = values.filter((value) => !groups.some((group) => group.value === value))
  const matching = groups.filter(({ value }) => value.toLowerCase().includes(typed.toLowerCase()))
  const toggle = (value: string, isOn: boolean) =>
    onChange(isOn ? [...values, value] : values.filter((other) => other !== value))
  const canAdd = typed !== '' && !groups.some(({ value }) => value === typed)
  const add = () => {
    if (canAdd && !values.includes(typed)) onChange([...values, typed])
    setTyped('')
  }
  return (
    <div className="grid gap-2">
      <Field label="Value">
        <Input
          value={typed}
          autoComplete="off"
          placeholder="Find or add a value"
          maxLength={2000}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !typed) return
            event.preventDefault()
            const [only] = matching
            if (matching.length === 1 && only && !values.includes(only.value)) {
              onChange([...values, only.value])
              setTyped('')
            } else add()
          }}
        />
      </Field>
      <ul aria-label="Values" className="grid h-44 content-start gap-1.5 overflow-y-auto py-1 pl-1">
        {query.isPending && [1, 2, 3].map((one) => <Skeleton key={one} className="my-1 w-3/4" />)}
        {others.map((value) => (
          <li key={value}>
            <Checkbox
              label={value || 'empty'}
              checked
              onChange={({ target }) => toggle(value, target.checked)}
            />
          </li>
        ))}
        {matching.map(({ value, records }) => (
          <li key={value} className="flex items-start justify-between gap-2 pr-1">
            <span className="wrap-anywhere min-w-0">
              <Checkbox
                label={value || 'empty'}
                checked={values.includes(value)}
                onChange={({ target }) => toggle(value, target.checked)}
              />
            </span>
            <span className="text-ink-2 text-sm">
              <Count value={records} />
            </span>
          </li>
        ))}
        {query.isError && (
          <li className="text-ink-2 text-sm">The values can’t be listed: type them.</li>
        )}
      </ul>
      {canAdd && (
        <Button size="sm" className="min-w-0 max-w-full justify-self-start" onClick={add}>
          <span className="truncate">Add “{typed}”</span>
        </Button>
      )}
      {query.data && query.data.distinct > groups.length && (
        <p className="text-ink-2 text-xs">
          The {groups.length} most frequent of <Count value={query.data.distinct} />.
        </p>
      )}
    </div>
  )
}
