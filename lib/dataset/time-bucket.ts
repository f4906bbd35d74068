import { type RecordScope, type TimeUnit, timeUnits } from '@/lib/schemas/records'
import { createParameters, type Parameters } from './parameters'
import type { Asked } from './read-page'
import type { SourceColumn } from './source'
import { toWhere } from './where'

const day = 24 * 3600
/** The longest span of records, in seconds, that is shown in each unit. */
const spans: Record<TimeUnit, number> = {
  hour: 4 * day,
  day: 120 * day,
  week: 400 * day,
  month: Number.POSITIVE_INFINITY,
}

/** The unit that fits the span of the records in a scope. */
export async function chooseUnit(
  { engine, source, signal }: Asked,
  scope: RecordScope,
  column: SourceColumn,
): Promise<TimeUnit> {
  const parameters = createParameters(source.file)
  const where = toWhere(source, scope, parameters)
  const rows = await engine.ask(
    `SELECT epoch(max(${column.value})) - epoch(min(${column.value})) FROM ${source.sql} WHERE ${where}`,
    parameters.values,
    { signal },
  )
  const span = Number(rows[0]?.[0] ?? 0)
  return timeUnits.find((unit) => span <= spans[unit]) ?? 'month'
}

/** Zones differ from UTC by quarters of an hour. */
const quarter = "INTERVAL '15 minutes'"

/** A column's times by quarters of an hour, cheaply: what is grouped by them is grouped further by `toBucket`. */
export function toQuarter({ value }: SourceColumn): string {
  return `time_bucket(${quarter}, ${value})`
}

/**
 * The start of the unit that a time lies in, by a zone's days, as an instant. Hours are UTC's, so that the hour that
 * comes twice in autumn is two; weeks begin on Monday. Costly for each: `toQuarter` first.
 */
export function toBucket(
  time: string,
  unit: TimeUnit,
  timeZone: string,
  parameters: Parameters,
): string {
  if (unit === 'hour') return `timezone('UTC', date_trunc('hour', ${time}))`
  const zone = parameters.add(timeZone)
  const local = `timezone(${zone}, timezone('UTC', ${time}))`
  return `timezone(${zone}, CAST(date_trunc('${unit}', ${local}) AS TIMESTAMP))`
}
