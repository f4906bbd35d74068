import type { DuckDBValue } from '@duckdb/node-api'

/** The parameters of a statement: whatever is not the number of a column goes through `add`. */
export type Parameters = {
  values: readonly DuckDBValue[]
  /** @returns its place in the statement: `$2` */
  add(value: DuckDBValue): string
  /** One that may be needed several times, or never, which DuckDB takes for a fault. */
  addWhenUsed(value: DuckDBValue): () => string
}

/** @param file becomes `$1` */
export function createParameters(file: string): Parameters {
  const values: DuckDBValue[] = [file]
  function add(value: DuckDBValue): string {
    values.push(value)
    return `$${values.length}`
  }
  return {
    values,
    add,
    addWhenUsed(value) {
      let place: string | undefined
      return () => {
        place ??= add(value)
        return place
      }
    },
  }
}
