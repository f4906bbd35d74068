import { AppError } from '@/lib/errors/app-error'
import { toVonageInstant } from '@/lib/format/vonage-time'
import type { RecordFilter, RecordScope } from '@/lib/schemas/records'
import { decimalType } from './column-sql'
import type { Parameters } from './parameters'
import type { Source, SourceColumn } from './source'

/**
 * A column that may be filtered, sorted or grouped by.
 * @throws AppError `invalid` where there is none of this key; `forbidden` where its values are masked for this person
 */
export function findColumn(source: Source, key: string): SourceColumn {
  const column = source.byKey.get(key)
  if (!column) throw new AppError('invalid', `These records have no column “${key.slice(0, 100)}”.`)
  if (column.isMasked)
    throw new AppError(
      'forbidden',
      `The column “${column.key}” is masked for you, so records can’t be chosen or sorted by it. Ask an administrator for the right to see it.`,
    )
  return column
}

/** The condition that a scope's records fulfil; `TRUE` for all. */
export function toWhere(
  source: Source,
  { filters, search }: RecordScope,
  parameters: Parameters,
): string {
  const conditions = filters.map((filter) =>
    toCondition(findColumn(source, filter.column), filter, parameters),
  )
  if (search) conditions.push(toSearch(source, search, parameters))
  return conditions.length > 0 ? conditions.map((one) => `(${one})`).join(' AND ') : 'TRUE'
}

function toCondition(column: SourceColumn, filter: RecordFilter, parameters: Parameters): string {
  const { value, misfit } = column
  switch (filter.op) {
    case 'is':
      return isOneOf(column, filter.values, parameters)
    case 'is-not':
      return `NOT coalesce(${isOneOf(column, filter.values, parameters)}, FALSE)`
    case 'contains':
      return withText(
        column,
        (text) => `contains(lower(${text}), lower(${parameters.add(filter.text)}))`,
      )
    case 'starts-with':
      return withText(
        column,
        (text) => `starts_with(lower(${text}), lower(${parameters.add(filter.text)}))`,
      )
    case 'between':
      return isBetween(column, filter, parameters)
    case 'empty':
      return misfit === null ? `${value} IS NULL` : `${value} IS NULL AND ${misfit} IS NULL`
    case 'not-empty':
      return misfit === null
        ? `${value} IS NOT NULL`
        : `${value} IS NOT NULL OR ${misfit} IS NOT NULL`
  }
}

function withText(column: SourceColumn, condition: (text: string) => string): string {
  if (column.type !== 'text')
    throw new AppError(
      'invalid',
      `“${column.key}” holds ${typeWords[column.type]}: choose values or a range.`,
    )
  return condition(column.value)
}

const typeWords = { time: 'times', decimal: 'prices', count: 'whole numbers', text: 'texts' }

function isOneOf(column: SourceColumn, values: readonly string[], parameters: Parameters): string {
  const given = values.filter((one) => one !== '')
  const fitting = given.filter((one) => fits(column.type, one))
  const list = (texts: readonly string[], as: (text: string) => string) =>
    texts.map((text) => as(parameters.add(text))).join(', ')
  const conditions: string[] = []
  if (fitting.length > 0)
    conditions.push(`${column.value} IN (${list(fitting, (text) => toValue(column.type, text))})`)
  // A value that looks like one of the type may have been kept as it came: a time to the nanosecond.
  if (given.length > 0 && column.misfit !== null)
    conditions.push(`${column.misfit} IN (${list(given, (text) => text)})`)
  if (values.includes(''))
    conditions.push(toCondition(column, { column: column.key, op: 'empty' }, parameters))
  return conditions.length > 0 ? conditions.map((one) => `(${one})`).join(' OR ') : 'FALSE'
}

function isBetween(
  column: SourceColumn,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  parameters: Parameters,
): string {
  if (column.type === 'text')
    throw new AppError('invalid', `“${column.key}” holds texts, which have no range.`)
  for (const bound of [from, to])
    if (bound !== undefined && !fits(column.type, bound))
      throw new AppError(
        'invalid',
        `“${column.key}” holds ${typeWords[column.type]}, and “${bound.slice(0, 50)}” is none.`,
      )
  const end = column.type === 'time' ? '<' : '<='
  const conditions = [
    ...(from === undefined
      ? []
      : [`${column.value} >= ${toValue(column.type, parameters.add(from))}`]),
    ...(to === undefined
      ? []
      : [`${column.value} ${end} ${toValue(column.type, parameters.add(to))}`]),
  ]
  return conditions.length > 0 ? conditions.join(' AND ') : `${column.value} IS NOT NULL`
}

/** Whether a text that a person gave can be compared with values of the type. */
function fits(type: SourceColumn['type'], text: string): boolean {
  switch (type) {
    case 'time':
      return /^\d{4}-\d\d-\d\dT/.test(text) && toVonageInstant(text) !== null
    case 'decimal':
      return /^-?\d{1,8}(\.\d{1,10})?$/.test(text)
    case 'count':
      return /^(0|-?[1-9]\d{0,17})$/.test(text)
    case 'text':
      return true
  }
}

/** A text parameter as a value of the type. */
function toValue(type: SourceColumn['type'], parameter: string): string {
  switch (type) {
    case 'time':
      return `(CAST(${parameter} AS TIMESTAMPTZ) AT TIME ZONE 'UTC')`
    case 'decimal':
      return `CAST(${parameter} AS ${decimalType})`
    case 'count':
      return `CAST(${parameter} AS BIGINT)`
    case 'text':
      return `CAST(${parameter} AS VARCHAR)`
  }
}

function toSearch(source: Source, search: string, parameters: Parameters): string {
  const words = parameters.add(search)
  const conditions = source.columns.flatMap((column) => {
    if (column.isMasked) return []
    const has = (text: string) => `contains(lower(${text}), lower(${words}))`
    if (column.type === 'text') return [has(column.value)]
    return [
      ...(column.type !== 'time' && fits(column.type, search)
        ? [`${column.value} = ${toValue(column.type, words)}`]
        : []),
      ...(column.misfit === null ? [] : [has(column.misfit)]),
    ]
  })
  return conditions.length > 0 ? conditions.join(' OR ') : 'FALSE'
}
