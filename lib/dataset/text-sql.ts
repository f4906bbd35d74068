import type { SourceColumn } from './source'

/** How values become text. `timeZone` gives a parameter of the statement; null for ISO in UTC. */
export type TextStyle = { timeZone: (() => string) | null; decimal: '.' | ','; neutralise: boolean }

/** A decimal without zeros that say nothing. */
export function decimalText(value: string): string {
  return `regexp_replace(CAST(${value} AS VARCHAR), '[.]?0*$', '')`
}

/** A column's value as text, NULL where it is empty. */
export function toText({ type, value, misfit }: SourceColumn, style: TextStyle): string {
  const typed = typedText(type, value, style)
  const given = misfit ?? (type === 'text' ? value : null)
  if (given === null) return typed
  const safe = style.neutralise ? neutralised(given) : given
  return type === 'text' ? safe : `coalesce(${typed}, ${safe})`
}

function typedText(type: SourceColumn['type'], value: string, style: TextStyle): string {
  switch (type) {
    case 'time':
      return timeText(value, style.timeZone)
    case 'decimal':
      return style.decimal === '.' ? decimalText(value) : `replace(${decimalText(value)}, '.', ',')`
    case 'count':
      return `CAST(${value} AS VARCHAR)`
    case 'text':
      return value
  }
}

function timeText(value: string, timeZone: TextStyle['timeZone']): string {
  const fraction = `CASE WHEN microsecond(${value}) % 1000000 = 0 THEN '' ELSE '.' || rtrim(strftime(${value}, '%f'), '0') END`
  if (timeZone === null) return `strftime(${value}, '%Y-%m-%dT%H:%M:%S') || ${fraction} || 'Z'`
  return `strftime(timezone(${timeZone()}, timezone('UTC', ${value})), '%Y-%m-%d %H:%M:%S') || ${fraction}`
}

/** An apostrophe before what a spreadsheet would take for a formula. Numbers with a sign are none. */
function neutralised(text: string): string {
  return `CASE WHEN regexp_matches(${text}, '^[-=+@\\t\\r\\n]') AND NOT regexp_full_match(${text}, '[-+]?[0-9]+([.,][0-9]+)?')
    THEN '''' || ${text} ELSE ${text} END`
}
