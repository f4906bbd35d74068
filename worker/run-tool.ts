import { getEnv } from '@/lib/config/env'
import { closeDb } from '@/lib/db/client'
import { findRunningDatabase } from '@/lib/db/embedded/database-addresses'

/** The database of this instance: the one that is named, or the embedded one that runs on DATA_DIR. */
export function useDatabase(): string {
  process.env.DATABASE_URL ??= findRunningDatabase(getEnv().DATA_DIR)
  return process.env.DATABASE_URL
}

/** Runs a program of one task, says what went wrong in a line, and sets the exit code. */
export function runTool(work: () => Promise<boolean>): void {
  work()
    .then((isWell) => {
      process.exitCode = isWell ? 0 : 1
    })
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    })
    .finally(closeDb)
}
