import type {
  ChartResult,
  CostSum,
  RecordChart,
  RecordGroup,
  RecordScope,
} from '@/lib/schemas/records'
import { costSql, findPrice, toCostSum } from './ask-cost'
import { groupValueSql } from './group-value'
import { createParameters } from './parameters'
import type { Asked } from './read-page'
import { findColumn, toWhere } from './where'

type Wanted = Extract<RecordChart, { kind: 'groups' }>

/** Records, and cost by currency, of each of the most frequent values of a column: in one look at the records. */
export async function askGroups(
  { engine, source, signal }: Asked,
  scope: RecordScope,
  { column, price, limit }: Wanted,
): Promise<ChartResult> {
  const parameters = createParameters(source.file)
  const value = groupValueSql(findColumn(source, column))
  const cost = price
    ? costSql(source, findPrice(source, price))
    : "'' AS currency, 0 AS cost, count(*) AS records, 0 AS misfits"
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `WITH grouped AS MATERIALIZED (
      SELECT ${value} AS value, ${cost} FROM ${source.sql} WHERE ${where} GROUP BY value, currency
    ), valued AS (
      SELECT value, sum(records) AS sum_records FROM grouped GROUP BY value
    ), top AS (
      SELECT value, sum_records, count(*) OVER () AS distinct_values, sum(sum_records) OVER () AS all_records
      FROM valued ORDER BY sum_records DESC, value LIMIT ${parameters.add(limit)}
    )
    SELECT value, sum_records, distinct_values, all_records, currency, cost, records, misfits
    FROM top JOIN grouped USING (value) ORDER BY sum_records DESC, value, currency`,
    parameters.values,
    { signal },
  )
  const groups = new Map<string, RecordGroup & { costs: CostSum[] }>()
  for (const [one, records, , , ...sums] of rows) {
    const name = String(one)
    const group = groups.get(name) ?? { value: name, records: Number(records), costs: [] }
    if (price) group.costs.push(toCostSum(sums))
    groups.set(name, group)
  }
  const shown = [...groups.values()].reduce((sum, group) => sum + group.records, 0)
  return {
    kind: 'groups',
    groups: [...groups.values()],
    distinct: Number(rows[0]?.[2] ?? 0),
    otherRecords: Number(rows[0]?.[3] ?? 0) - shown,
  }
}
