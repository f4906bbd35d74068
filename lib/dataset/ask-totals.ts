import type { ChartResult, CostSum, RecordChart, RecordScope } from '@/lib/schemas/records'
import { costSql, findPrice, toCostSum } from './ask-cost'
import { createParameters } from './parameters'
import { type Asked, countRecords } from './read-page'
import { toWhere } from './where'

/** All records of a scope, and the sums of prices by currency. */
export async function askTotals(
  asked: Asked,
  scope: RecordScope,
  { prices }: Extract<RecordChart, { kind: 'totals' }>,
): Promise<ChartResult> {
  const [records, ...sums] = await Promise.all([
    countRecords(asked, scope),
    ...prices.map(async (key) => [key, await sumPrice(asked, scope, key)] as const),
  ])
  return { kind: 'totals', records, costs: Object.fromEntries(sums) }
}

async function sumPrice(
  { engine, source, signal }: Asked,
  scope: RecordScope,
  key: string,
): Promise<CostSum[]> {
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `SELECT ${costSql(source, findPrice(source, key))} FROM ${source.sql} WHERE ${where}
    GROUP BY currency ORDER BY currency`,
    parameters.values,
    { signal },
  )
  return rows.map(toCostSum)
}
