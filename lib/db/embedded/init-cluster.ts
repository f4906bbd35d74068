import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { endLeftovers } from './cluster-processes'
import { type Cluster, toClusterPath, toSpawnOptions } from './run-in-cluster'

/** True when the folder holds a whole cluster: it only gets its name when it is one. */
export function hasCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'))
}

/**
 * Makes a new cluster under a temporary name and renames it when it is whole, so that a crash in the
 * middle leaves nothing that looks like a database.
 */
export async function initCluster(
  cluster: Cluster,
  initdb: string,
  password: string,
): Promise<void> {
  const staging = { ...cluster, folder: `${cluster.folder}.new` }
  const passwordFile = `${staging.folder}.password`
  await endLeftovers(staging.folder)
  rmSync(staging.folder, { recursive: true, force: true })
  mkdirSync(staging.folder, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (cluster.user) {
      for (const path of [staging.folder, passwordFile]) {
        chownSync(path, cluster.user.uid, cluster.user.gid)
      }
    }
    await runInitdb(staging, initdb, passwordFile)
    renameSync(staging.folder, cluster.folder)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

async function runInitdb(staging: Cluster, initdb: string, passwordFile: string): Promise<void> {
  // By descriptor on Linux: the other user can read the file, but may not be able to walk to it.
  const descriptor = openSync(passwordFile, 'r')
  try {
    const child = spawn(
      initdb,
      [
        `--pgdata=${toClusterPath(staging)}`,
        `--pwfile=${platform() === 'linux' ? '/proc/self/fd/3' : passwordFile}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-locale',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...toSpawnOptions(staging), stdio: ['ignore', 'ignore', 'pipe', descriptor] },
    )
    const [[code], said] = await Promise.all([
      once(child, 'close'),
      child.stderr ? text(child.stderr) : '',
    ])
    if (code !== 0) throw new Error(`The database could not be made: ${said.trim()}`)
  } finally {
    closeSync(descriptor)
  }
}
