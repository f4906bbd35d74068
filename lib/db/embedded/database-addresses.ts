import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSecret } from '@/lib/config/secrets'

export const appName = 'reports'

/** The passwords of an embedded PostgreSQL: one secret in the data folder stands for both. */
export type DatabasePasswords = { superuser: string; app: string }

export function loadDatabasePasswords(dataDir: string): DatabasePasswords {
  const secret = loadSecret(dataDir, 'postgres.secret')
  const derive = (role: string) => createHmac('sha256', secret).update(role).digest('hex')
  return { superuser: derive('superuser'), app: derive('app') }
}

/** The database `postgres`, as its superuser. */
export function toSuperuserUrl(port: number, { superuser }: DatabasePasswords): string {
  return `postgresql://postgres:${superuser}@127.0.0.1:${port}/postgres`
}

/** The application's own database, as its owner. */
export function toAppUrl(port: number, { app }: DatabasePasswords): string {
  return `postgresql://${appName}:${app}@127.0.0.1:${port}/${appName}`
}

/** The folder of the cluster in a data folder. */
export function toClusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres')
}

/**
 * The address of the embedded database that a running server keeps in `dataDir`, for a program that is
 * started beside it.
 * @throws when none runs there
 */
export function findRunningDatabase(dataDir: string): string {
  const lines = readLockFile(join(toClusterFolder(dataDir), 'postmaster.pid')).split('\n')
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (port > 0) return toAppUrl(port, loadDatabasePasswords(dataDir))
  throw new Error(`No server runs on ${dataDir}. Start script/server first, or set DATABASE_URL.`)
}

function readLockFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
