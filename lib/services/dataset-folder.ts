import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { getEnv } from '@/lib/config/env'
import type { EngineLimits } from '@/lib/dataset/engine'

/** Where this instance keeps its prepared datasets: `DATA_DIR/datasets`, beside the archives. */
export function getDatasetFolder(): string {
  return join(getEnv().DATA_DIR, 'datasets')
}

/** What a DuckDB may use: of a machine with many cores no more than four. */
export function getEngineLimits(): EngineLimits {
  const { DATASET_MEMORY_MB, DATASET_THREADS } = getEnv()
  return {
    memoryMb: DATASET_MEMORY_MB,
    threads: DATASET_THREADS ?? Math.min(4, availableParallelism()),
  }
}

/** Below the folder: what is being prepared. */
export const incomingFolder = '.incoming'
