import type { ChartResult, RecordChart, RecordScope } from '@/lib/schemas/records'
import { findTime } from './ask-cost'
import { toCellText } from './cell-text'
import { groupValueSql } from './group-value'
import { createParameters } from './parameters'
import type { Asked } from './read-page'
import type { SourceColumn } from './source'
import { chooseUnit, toBucket } from './time-bucket'
import { findColumn, toWhere } from './where'

/** Values of the split that are told apart; all others are one. */
const mostSplits = 20

/** Records by time, split by a column's most frequent values. */
export async function askVolume(
  asked: Asked,
  scope: RecordScope,
  { column, unit: wantedUnit, timeZone, split: splitKey }: Extract<RecordChart, { kind: 'volume' }>,
): Promise<ChartResult> {
  const { engine, source, signal } = asked
  const time = findTime(source, column)
  const split = splitKey === null ? null : findColumn(source, splitKey)
  const unit = wantedUnit === 'auto' ? await chooseUnit(asked, scope, time) : wantedUnit
  const top = split ? await findTop(asked, scope, split) : []
  const parameters = createParameters(source.file)
  const bucket = toBucket(time, unit, timeZone, parameters)
  const value = split ? groupValueSql(split) : "''"
  const named =
    top.length > 0
      ? `CASE WHEN ${value} IN (${top.map((one) => parameters.add(one)).join(', ')}) THEN ${value} END`
      : value
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `SELECT ${bucket} AS moment, ${named} AS value, count(*) FROM ${source.sql} WHERE ${where}
    GROUP BY moment, value ORDER BY moment NULLS LAST, value NULLS LAST`,
    parameters.values,
    { signal },
  )
  return {
    kind: 'volume',
    unit,
    points: rows.map(([at, one, records]) => ({
      at: toCellText(at),
      value: toCellText(one),
      records: Number(records),
    })),
  }
}

async function findTop(
  { engine, source, signal }: Asked,
  scope: RecordScope,
  split: SourceColumn,
): Promise<string[]> {
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `SELECT ${groupValueSql(split)} AS value FROM ${source.sql} WHERE ${where}
    GROUP BY value ORDER BY count(*) DESC, value LIMIT ${mostSplits}`,
    parameters.values,
    { signal },
  )
  return rows.map(([value]) => String(value))
}
