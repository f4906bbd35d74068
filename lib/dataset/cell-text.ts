import {
  DuckDBDecimalValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api'

/** A value as text: decimals without zeros that say nothing, times as ISO in UTC, as exact as they are. */
export function toCellText(value: DuckDBValue | undefined): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof DuckDBDecimalValue) return trimZeros(value.toString())
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return toIso(value.micros)
  return String(value)
}

function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

function toIso(micros: bigint): string {
  const second = micros >= 0n ? micros / 1_000_000n : (micros - 999_999n) / 1_000_000n
  const fraction = Number(micros - second * 1_000_000n)
  const whole = new Date(Number(second) * 1000).toISOString().slice(0, 19)
  return fraction === 0 ? `${whole}Z` : `${whole}.${trimFraction(fraction)}Z`
}

function trimFraction(micros: number): string {
  return String(micros).padStart(6, '0').replace(/0+$/, '')
}
