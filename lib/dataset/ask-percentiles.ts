import { DuckDBListValue } from '@duckdb/node-api'
import { AppError } from '@/lib/errors/app-error'
import type { ChartResult, RecordChart, RecordScope } from '@/lib/schemas/records'
import { createParameters } from './parameters'
import type { Asked } from './read-page'
import { findColumn, toWhere } from './where'

/** Percentiles of a column of whole numbers: each is a value that occurs. */
export async function askPercentiles(
  { engine, source, signal }: Asked,
  scope: RecordScope,
  { column: key }: Extract<RecordChart, { kind: 'percentiles' }>,
): Promise<ChartResult> {
  const { type, value, misfit } = findColumn(source, key)
  if (type !== 'count') throw new AppError('invalid', `“${key}” holds no whole numbers.`)
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `SELECT count(*), count(${value}), ${misfit ? `count(${misfit})` : '0'}, min(${value}), max(${value}),
      quantile_disc(${value}, [0.5, 0.9, 0.95, 0.99])
    FROM ${source.sql} WHERE ${where}`,
    parameters.values,
    { signal },
  )
  const [records, valued, misfits, min, max, shares] = rows[0] ?? []
  const [p50, p90, p95, p99] = shares instanceof DuckDBListValue ? shares.items : []
  const values = { p50, p90, p95, p99, min, max }
  return {
    kind: 'percentiles',
    records: Number(records),
    empty: Number(records) - Number(valued) - Number(misfits),
    misfits: Number(misfits),
    values: Number(valued) === 0 ? null : mapValues(values),
  }
}

type Percentiles = Record<'p50' | 'p90' | 'p95' | 'p99' | 'min' | 'max', string>

function mapValues(values: Record<keyof Percentiles, unknown>): Percentiles {
  const texts = Object.entries(values).map(([name, value]) => [name, String(value)])
  return Object.fromEntries(texts) as Percentiles
}
