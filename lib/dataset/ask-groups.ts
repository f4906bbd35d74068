import type { ChartResult, CostSum, RecordChart, RecordScope } from '@/lib/schemas/records'
import { costSql, findPrice, toCostSum } from './ask-cost'
import { groupValueSql } from './group-value'
import { createParameters } from './parameters'
import { type Asked, countRecords } from './read-page'
import { findColumn, toWhere } from './where'

type Wanted = Extract<RecordChart, { kind: 'groups' }>

/** Records, and cost by currency, of each of the most frequent values of a column. */
export async function askGroups(
  asked: Asked,
  scope: RecordScope,
  wanted: Wanted,
): Promise<ChartResult> {
  const { engine, source, signal } = asked
  const column = findColumn(source, wanted.column)
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const value = groupValueSql(column)
  const [top, records] = await Promise.all([
    engine.ask(
      `SELECT value, records, count(*) OVER () AS distinct_values FROM (
        SELECT ${value} AS value, count(*) AS records FROM ${source.sql} WHERE ${where} GROUP BY value
      ) ORDER BY records DESC, value LIMIT ${parameters.add(wanted.limit)}`,
      parameters.values,
      { signal },
    ),
    countRecords(asked, scope),
  ])
  const values = top.map(([one]) => String(one))
  const costs = wanted.price
    ? await costByValue(asked, scope, wanted, values)
    : new Map<string, CostSum[]>()
  const groups = top.map(([one, count]) => ({
    value: String(one),
    records: Number(count),
    costs: costs.get(String(one)) ?? [],
  }))
  const shown = groups.reduce((sum, group) => sum + group.records, 0)
  return {
    kind: 'groups',
    groups,
    distinct: Number(top[0]?.[2] ?? 0),
    otherRecords: records - shown,
  }
}

async function costByValue(
  { engine, source, signal }: Asked,
  scope: RecordScope,
  wanted: Wanted,
  values: readonly string[],
): Promise<Map<string, CostSum[]>> {
  if (values.length === 0) return new Map()
  const column = findColumn(source, wanted.column)
  const price = findPrice(source, wanted.price ?? '')
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const value = groupValueSql(column)
  const rows = await engine.ask(
    `SELECT ${value} AS value, ${costSql(source, price)} FROM ${source.sql}
    WHERE ${where} AND ${value} IN (${values.map((one) => parameters.add(one)).join(', ')})
    GROUP BY value, currency ORDER BY value, currency`,
    parameters.values,
    { signal },
  )
  const costs = new Map<string, CostSum[]>()
  for (const [one, ...cost] of rows)
    costs.set(String(one), [...(costs.get(String(one)) ?? []), toCostSum(cost)])
  return costs
}
