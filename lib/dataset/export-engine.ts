import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { DatasetError } from './dataset-error'
import { type Engine, type EngineLimits, openEngine } from './engine'

/** Exports last as long as their readers take: each holds a connection and some buffers. */
const mostAtOnce = 4

/** What exports are made by. */
export type ExportEngine = {
  /**
   * For before the first byte: an export that is refused later is a broken file.
   * @throws DatasetError `busy`
   */
  ensureRoom(): void
  /** Asks for one column of text, row by row as they are read. Ends early when nobody reads on. */
  stream(sql: string, values: readonly DuckDBValue[]): AsyncGenerator<string[], void, undefined>
  /** Carries out a COPY. */
  copy(sql: string, values: readonly DuckDBValue[]): Promise<void>
  close(): void
}

/**
 * Opens DuckDB at the first export, apart from the one for questions and with one thread: with several it reads ahead,
 * keeps what came out of turn and holds hundreds of megabytes, and whoever asks meanwhile would wait.
 */
export function createExportEngine(folder: string, { memoryMb }: EngineLimits): ExportEngine {
  let opening: Promise<Engine> | undefined
  let running = 0

  function connect(): Promise<DuckDBConnection> {
    opening ??= openEngine(folder, { memoryMb, threads: 1 }).catch((error) => {
      opening = undefined
      throw error
    })
    return opening.then((engine) => engine.connect())
  }

  function ensureRoom(): void {
    if (running >= mostAtOnce)
      throw new DatasetError(
        'busy',
        'Several exports are under way already. Wait for one of them, then try again.',
      )
  }

  function begin(): void {
    ensureRoom()
    running++
  }

  return {
    ensureRoom,
    async *stream(sql, values) {
      begin()
      try {
        const connection = await connect()
        try {
          const result = await connection.stream(sql, [...values])
          for await (const rows of result.yieldRows()) yield rows.map(([text]) => String(text))
        } finally {
          connection.interrupt()
          connection.closeSync()
        }
      } finally {
        running--
      }
    },
    async copy(sql, values) {
      begin()
      try {
        const connection = await connect()
        await connection.run(sql, [...values]).finally(() => connection.closeSync())
      } finally {
        running--
      }
    },
    close() {
      opening?.then((engine) => engine.close()).catch(() => undefined)
      opening = undefined
    },
  }
}
