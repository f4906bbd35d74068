import type { DuckDBConnection } from '@duckdb/node-api'

/** How often a statement is told to end, in milliseconds: DuckDB forgets what it is told before it begins. */
const againMs = 100

/**
 * Ends what runs on a connection from the moment that the signal says so, or has said so already.
 * @returns what to call when it has ended
 */
export function interruptWhen(
  connection: Pick<DuckDBConnection, 'interrupt'>,
  signal: AbortSignal,
): () => void {
  let timer: NodeJS.Timeout | undefined
  const interrupt = () => {
    connection.interrupt()
    timer = setInterval(() => connection.interrupt(), againMs)
  }
  if (signal.aborted) interrupt()
  else signal.addEventListener('abort', interrupt, { once: true })
  return () => {
    signal.removeEventListener('abort', interrupt)
    clearInterval(timer)
  }
}
