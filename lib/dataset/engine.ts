import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { toSqlText } from './sql-text'

export type EngineLimits = {
  /** What it may hold in memory, in MB; beyond it spills to disk. */
  memoryMb: number
  threads: number
}

/** A DuckDB that reads and writes below one folder and nowhere else. */
export type Engine = {
  connect(): Promise<DuckDBConnection>
  close(): void
}

/**
 * Opens a DuckDB without a database of its own, caged: no files but those below `folder`, no network, no extensions to
 * be fetched, and no way to change that. It spills to `folder/.spill`.
 */
export async function openEngine(
  folder: string,
  { memoryMb, threads }: EngineLimits,
): Promise<Engine> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryMb}MB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  try {
    for (const setting of [
      "SET GLOBAL TimeZone = 'UTC'",
      'SET GLOBAL parquet_metadata_cache = true',
      `SET GLOBAL temp_directory = ${toSqlText(join(folder, '.spill'))}`,
      `SET GLOBAL allowed_directories = [${toSqlText(folder)}]`,
      'SET GLOBAL enable_external_access = false',
      'SET GLOBAL lock_configuration = true',
    ])
      await connection.run(setting)
  } catch (error) {
    instance.closeSync()
    throw error
  } finally {
    connection.closeSync()
  }
  return { connect: () => instance.connect(), close: () => instance.closeSync() }
}
