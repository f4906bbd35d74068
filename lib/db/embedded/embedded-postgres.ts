import { createHmac } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { loadSecret } from '@/lib/config/secrets'
import { ensureAppDatabase, toAppUrl, toLoopbackUrl } from './app-database'
import { findBinaries } from './binaries'
import { endLeftovers } from './cluster-processes'
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
  const folder = join(dataDir, 'postgres')
  const secret = loadSecret(dataDir, 'postgres.secret')
  const [superuserPassword, appPassword] = ['superuser', 'app'].map((role) =>
    createHmac('sha256', secret).update(role).digest('hex'),
  ) as [string, string]

  const user = findSystemUser(folder)
  const cluster = { folder, user }
  const binaries = findBinaries(user)
  await endLeftovers(folder)
  if (!hasCluster(folder)) await initCluster(cluster, binaries.initdb, superuserPassword)
  chmodSync(folder, 0o700)

  const running = await startPostgresProcess(cluster, binaries.postgres, wantedPort)
  const superuserUrl = toLoopbackUrl(running.port, 'postgres', superuserPassword, 'postgres')
  try {
    await ensureAppDatabase(superuserUrl, appPassword)
  } catch (cause) {
    await running.stop()
    const reason = cause instanceof Error ? cause.message : 'unknown'
    throw new Error(
      `The database in ${folder} runs but can't be prepared (${reason}). If postgres.secret in ${dataDir} was replaced, restore it from a backup.`,
      { cause },
    )
  }
  return { ...running, superuserUrl, url: toAppUrl(running.port, appPassword) }
}
