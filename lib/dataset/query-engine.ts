import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { DatasetError } from './dataset-error'
import { type Engine, type EngineLimits, openEngine } from './engine'
import { createExportEngine, type ExportEngine } from './export-engine'
import { interruptWhen } from './interrupt-when'

/** More questions than this at once would only take turns on the same cores, and each needs memory of its own. */
const mostAtOnce = 4
const defaultTimeoutMs = 30_000

type Asking = { signal?: AbortSignal | undefined; timeoutMs?: number }

/** Answers questions about prepared datasets; `folder` and limits as `openEngine`. */
export type QueryEngine = {
  /**
   * Asks with parameters `$1`, `$2`, …
   * @throws DatasetError `too-slow`, `aborted`, `missing` when the file is gone
   */
  ask(sql: string, values: readonly DuckDBValue[], asking?: Asking): Promise<DuckDBValue[][]>
  exports: Omit<ExportEngine, 'close'>
  close(): void
}

/** Opens DuckDB at the first question, and keeps its connections for the next ones. */
export function createQueryEngine(folder: string, limits: EngineLimits): QueryEngine {
  let opening: Promise<Engine> | undefined
  const idle: DuckDBConnection[] = []
  const waiting: (() => void)[] = []
  let running = 0
  const exports = createExportEngine(folder, limits)

  async function connect(): Promise<DuckDBConnection> {
    opening ??= openEngine(folder, limits).catch((error) => {
      opening = undefined
      throw error
    })
    return (await opening).connect()
  }

  async function takeTurn(): Promise<void> {
    if (running >= mostAtOnce) await new Promise<void>((resume) => waiting.push(resume))
    else running++
  }

  function endTurn(): void {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  async function run(
    connection: DuckDBConnection,
    sql: string,
    values: readonly DuckDBValue[],
    { signal, timeoutMs = defaultTimeoutMs }: Asking,
  ): Promise<DuckDBValue[][]> {
    const timeout = AbortSignal.timeout(timeoutMs)
    const stop = signal ? AbortSignal.any([signal, timeout]) : timeout
    const ended = interruptWhen(connection, stop)
    try {
      const reader = await connection.runAndReadAll(sql, [...values])
      return reader.getRows()
    } catch (error) {
      throw explain(error, signal, timeout)
    } finally {
      ended()
    }
  }

  return {
    async ask(sql, values, asking = {}) {
      await takeTurn()
      try {
        if (asking.signal?.aborted) throw new DatasetError('aborted', 'Nobody waits for it.')
        const connection = idle.pop() ?? (await connect())
        const rows = await run(connection, sql, values, asking).catch((error) => {
          connection.closeSync()
          throw error
        })
        idle.push(connection)
        return rows
      } finally {
        endTurn()
      }
    },
    exports,
    close() {
      for (const connection of idle.splice(0)) connection.closeSync()
      opening?.then((engine) => engine.close()).catch(() => undefined)
      opening = undefined
      exports.close()
    },
  }
}

function explain(error: unknown, signal: AbortSignal | undefined, timeout: AbortSignal): unknown {
  if (signal?.aborted) return new DatasetError('aborted', 'Nobody waits for it.', { cause: error })
  if (timeout.aborted)
    return new DatasetError(
      'too-slow',
      'The question took too long and was stopped. Narrow it by time or by a filter.',
      { cause: error },
    )
  const message = error instanceof Error ? error.message : ''
  if (/No files found|Cannot open file|No such file/i.test(message))
    return new DatasetError('missing', 'The prepared file is not there. Prepare it again.', {
      cause: error,
    })
  if (/^Out of Memory/i.test(message))
    return new DatasetError(
      'no-room',
      'The question needs more memory than is set aside for it. Narrow it by time or by a filter.',
      { cause: error },
    )
  return error
}
