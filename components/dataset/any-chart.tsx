'use client'

import type { ChartProps } from './chart-props'
import { CostChart } from './cost-chart'
import { GroupChart } from './group-chart'
import { PercentileChart } from './percentile-chart'
import { RateChart } from './rate-chart'
import { VolumeChart } from './volume-chart'

/** A chart by its name: `volume`, `rate`, `cost`, `by COLUMN`, `percentiles COLUMN`. */
export function AnyChart({ kind, ...props }: ChartProps & { kind: string }) {
  const { plan } = props
  if (kind === 'volume') return <VolumeChart {...props} />
  if (kind === 'rate' && plan.success) return <RateChart {...props} success={plan.success} />
  if (kind === 'cost') return <CostChart {...props} />
  const group = plan.groups.find(({ column }) => kind === `by ${column}`)
  if (group) return <GroupChart key={kind} {...props} {...group} />
  const measure = plan.measures.find(({ column }) => kind === `percentiles ${column}`)
  return measure ? <PercentileChart key={kind} {...props} {...measure} /> : null
}
