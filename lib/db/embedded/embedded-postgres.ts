import { ensureAppDatabase } from './app-database'
import { findBinaries } from './binaries'
import { endLeftovers } from './cluster-processes'
import {
  loadDatabasePasswords,
  toAppUrl,
  toClusterFolder,
  toSuperuserUrl,
} from './database-addresses'
import { hasCluster, initCluster } from './init-cluster'
import { type PostgresProcess, startPostgresProcess } from './postgres-process'
import { findSystemUser } from './system-user'

export type EmbeddedPostgres = PostgresProcess & {
  /** The application's database, as its owner. */
  url: string
  /** The database `postgres`, as its superuser. */
  superuserUrl: string
}

/**
 * Starts the PostgreSQL of a data folder: made at the first start, and whatever an earlier run left
 * running or locked in it is ended first. The caller holds the folder alone.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  wantedPort?: number,
): Promise<EmbeddedPostgres> {
  const passwords = loadDatabasePasswords(dataDir)
  const folder = toClusterFolder(dataDir)
  const user = findSystemUser(folder)
  const cluster = { folder, user }
  const binaries = findBinaries(user)
  await endLeftovers(folder)
  if (!hasCluster(folder)) await initCluster(cluster, binaries.initdb, passwords.superuser)

  const running = await startPostgresProcess(cluster, binaries.postgres, wantedPort)
  const superuserUrl = toSuperuserUrl(running.port, passwords)
  try {
    await ensureAppDatabase(superuserUrl, passwords.app)
  } catch (cause) {
    await running.stop()
    const reason = cause instanceof Error ? cause.message : 'unknown'
    throw new Error(
      `The database in ${folder} runs but can't be prepared (${reason}). If postgres.secret in ${dataDir} was replaced, restore it from a backup.`,
      { cause },
    )
  }
  return { ...running, superuserUrl, url: toAppUrl(running.port, passwords) }
}
