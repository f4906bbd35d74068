'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useMediaQuery } from '@/components/ui/use-media-query'

export type BarSeries = { key: string; name: string; color: string }
export type BarPoint = { label: string; values: Readonly<Record<string, number>> }

const tick = { fill: 'var(--color-ink-2)', fontSize: 12 }

/**
 * Amounts over time, one bar a step, its parts on one another. Heights are rounded, so the exact amounts stand in a table
 * beside it; for whoever does not see it, that table is all of it.
 */
export function StackedBars({
  series,
  points,
  format,
  most,
  onPick,
}: {
  series: readonly BarSeries[]
  points: readonly BarPoint[]
  /** An amount in words, for the scale and for what the pointer is on. */
  format: (value: number) => string
  /** Where the scale ends; by what is there, unless told. */
  most?: number
  /** A part of a bar is clicked. */
  onPick?: (point: number, series: string) => void
}) {
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)')
  return (
    <div aria-hidden className="h-full">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={points as BarPoint[]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="label"
            tick={tick}
            tickLine={false}
            minTickGap={16}
            stroke="var(--color-line-strong)"
          />
          <YAxis
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={72}
            tickFormatter={format}
            tickCount={most === undefined ? 4 : 5}
            domain={most === undefined ? undefined : [0, most]}
          />
          <Tooltip
            cursor={{ fill: 'var(--color-hover)' }}
            isAnimationActive={false}
            content={({ active, label, payload }) =>
              active ? (
                <div className="rounded-md bg-raised px-3 py-2 text-sm shadow-pop">
                  <p className="font-medium">{label}</p>
                  {payload.map(({ name, value }) => (
                    <p key={`${name}`} className="flex justify-between gap-4 text-ink-2">
                      {name} <span className="figures">{format(Number(value))}</span>
                    </p>
                  ))}
                </div>
              ) : null
            }
          />
          {series.map(({ key, name, color }) => (
            <Bar
              key={key}
              dataKey={({ values }: BarPoint) => values[key] ?? 0}
              name={name}
              stackId="all"
              fill={color}
              maxBarSize={48}
              isAnimationActive={!isStill}
              animationDuration={180}
              cursor={onPick && 'pointer'}
              onClick={onPick && ((_, index) => onPick(index, key))}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
