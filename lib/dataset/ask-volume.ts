import type { ChartResult, RecordChart, RecordScope } from '@/lib/schemas/records'
import { findTime } from './ask-cost'
import { toCellText } from './cell-text'
import { groupValueSql } from './group-value'
import { createParameters } from './parameters'
import type { Asked } from './read-page'
import { chooseUnit, toBucket, toQuarter } from './time-bucket'
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
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const bucket = toBucket('quarter', unit, timeZone, parameters)
  const rows = await engine.ask(
    `WITH counted AS MATERIALIZED (
      SELECT ${toQuarter(time)} AS quarter, ${split ? groupValueSql(split) : "''"} AS value, count(*) AS records
      FROM ${source.sql} WHERE ${where} GROUP BY quarter, value
    ), top AS (
      SELECT value FROM counted GROUP BY value ORDER BY sum(records) DESC, value LIMIT ${mostSplits}
    )
    SELECT ${bucket} AS moment, CASE WHEN value IN (FROM top) THEN value END AS named, sum(records)
    FROM counted GROUP BY moment, named ORDER BY moment NULLS LAST, named NULLS LAST`,
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
