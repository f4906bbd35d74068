import type { DuckDBValue } from '@duckdb/node-api'

/** The parameters of a statement: whatever is not the number of a column goes through `add`. */
export type Parameters = {
  values: readonly DuckDBValue[]
  /** @returns its place in the statement: `$2` */
  add(value: DuckDBValue): string
}

/** @param file becomes `$1` */
export function createParameters(file: string): Parameters {
  const values: DuckDBValue[] = [file]
  return {
    values,
    add(value) {
      values.push(value)
      return `$${values.length}`
    },
  }
}
