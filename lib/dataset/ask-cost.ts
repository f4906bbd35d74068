import { AppError } from '@/lib/errors/app-error'
import type { ChartResult, CostSum, RecordChart, RecordScope } from '@/lib/schemas/records'
import { toCellText } from './cell-text'
import { createParameters } from './parameters'
import type { Asked } from './read-page'
import type { Source, SourceColumn } from './source'
import { chooseUnit, toBucket, toQuarter } from './time-bucket'
import { findColumn, toWhere } from './where'

type Wanted = Extract<RecordChart, { kind: 'cost' }>

/** Sums of a price by time and currency. */
export async function askCost(
  asked: Asked,
  scope: RecordScope,
  { column, unit: wantedUnit, timeZone, price }: Wanted,
): Promise<ChartResult> {
  const { engine, source, signal } = asked
  const time = findTime(source, column)
  const unit = wantedUnit === 'auto' ? await chooseUnit(asked, scope, time) : wantedUnit
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const bucket = toBucket('quarter', unit, timeZone, parameters)
  const rows = await engine.ask(
    `WITH summed AS (
      SELECT ${toQuarter(time)} AS quarter, ${costSql(source, findPrice(source, price))}
      FROM ${source.sql} WHERE ${where} GROUP BY quarter, currency
    )
    SELECT ${bucket} AS moment, currency, sum(cost), sum(records), sum(misfits)
    FROM summed GROUP BY moment, currency ORDER BY moment NULLS LAST, currency`,
    parameters.values,
    { signal },
  )
  return {
    kind: 'cost',
    unit,
    points: rows.map(([at, ...cost]) => ({ at: toCellText(at), ...toCostSum(cost) })),
  }
}

/** @throws AppError `invalid` where the column holds no times */
export function findTime(source: Source, key: string): SourceColumn {
  const column = findColumn(source, key)
  if (column.type !== 'time') throw new AppError('invalid', `“${column.key}” holds no times.`)
  return column
}

/** @throws AppError `invalid` where the column holds no prices */
export function findPrice(source: Source, key: string): SourceColumn {
  const column = findColumn(source, key)
  if (column.type !== 'decimal') throw new AppError('invalid', `“${column.key}” holds no prices.`)
  return column
}

/** Selects `currency`, the exact sum, the records and how many prices are no number: to be grouped by currency. */
export function costSql(source: Source, { value, misfit }: SourceColumn): string {
  const currency = source.byKey.get('currency')
  return `${currency ? `coalesce(${currency.value}, '')` : "''"} AS currency,
    coalesce(sum(${value}), 0) AS cost, count(*) AS records, ${misfit ? `count(${misfit})` : '0'} AS misfits`
}

/** What `costSql` selected. */
export function toCostSum([currency, sum, records, misfits]: readonly unknown[]): CostSum {
  return {
    currency: String(currency ?? ''),
    sum: toCellText(sum as Parameters<typeof toCellText>[0]) ?? '0',
    records: Number(records),
    misfits: Number(misfits),
  }
}
