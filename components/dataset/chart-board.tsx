'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { WhenSeen } from '@/components/charts/when-seen'
import { useFormat } from '@/components/format/format-context'
import { Select } from '@/components/ui/select'
import type { ChartPlan } from '@/lib/catalogue/record-charts'
import type { RecordsOf } from '@/lib/queries/records'
import { withFilter } from '@/lib/schemas/record-view'
import type { RecordFilter } from '@/lib/schemas/records'
import type { ViewControl } from './use-record-view'

const AnyChart = dynamic(() => import('./any-chart').then((file) => file.AnyChart), { ssr: false })

const height = 320

/** Two charts of the records that fit: one over time, one by what people ask for. Each is one of several. */
export function ChartBoard({
  of,
  plan,
  control: { view, change },
}: {
  of: RecordsOf
  plan: ChartPlan
  control: ViewControl
}) {
  const { timeZone, locale } = useFormat()
  const overTime = [
    ...(plan.time
      ? [{ value: 'volume', label: plan.status ? 'Over time, by status' : 'Over time' }]
      : []),
    ...(plan.time && plan.success
      ? [{ value: 'rate', label: `${plan.success.word}, share over time` }]
      : []),
    ...(plan.time && plan.price ? [{ value: 'cost', label: 'Cost over time' }] : []),
  ]
  const byValue = [
    ...plan.groups.map(({ title, column }) => ({ value: `by ${column}`, label: `By ${title}` })),
    ...plan.measures.map(({ title, column }) => ({
      value: `percentiles ${column}`,
      label: `${title}, percentiles`,
    })),
  ]
  const onFilter = (filters: RecordFilter[]) =>
    change((now) => ({ filters: filters.reduce(withFilter, now.filters) }))
  const draw = (kind: string): ReactNode => (
    <AnyChart
      kind={kind}
      of={of}
      view={view}
      plan={plan}
      timeZone={timeZone}
      locale={locale}
      onFilter={onFilter}
    />
  )
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-2 [&>*]:min-w-0">
      {overTime.length > 0 && <Panel label="Chart over time" options={overTime} draw={draw} />}
      {byValue.length > 0 && <Panel label="Chart by value" options={byValue} draw={draw} />}
    </div>
  )
}

function Panel({
  label,
  options,
  draw,
}: {
  label: string
  options: { value: string; label: string }[]
  draw: (kind: string) => ReactNode
}) {
  const [kind, setKind] = useState(options[0]?.value ?? '')
  return (
    <div className="grid content-start gap-2">
      <div className="w-60 max-w-full">
        <Select
          aria-label={label}
          value={kind}
          options={options}
          onChange={({ target }) => setKind(target.value)}
        />
      </div>
      <WhenSeen height={height}>{draw(kind)}</WhenSeen>
    </div>
  )
}
