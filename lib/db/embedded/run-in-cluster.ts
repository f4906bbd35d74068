import type { SpawnOptions } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { platform } from 'node:os'
import type { SystemUser } from './system-user'

/** The folder of a cluster, and whom its programs run as (undefined: as we do). */
export type Cluster = { folder: string; user: SystemUser | undefined }

/**
 * How a program of PostgreSQL is told of its cluster: by path, or, for another user on Linux, by the
 * working directory, which stays usable when the folders above it are closed to that user. Thus
 * `DATA_DIR` can be private, and lie below a private home.
 */
export function toClusterPath({ folder, user }: Cluster): string {
  return user && platform() === 'linux' ? '/proc/self/cwd' : realpathSync(folder)
}

/** The environment of PostgreSQL's programs. Nothing of ours: it holds secrets, and `PG…` would mislead. */
export const programEnv: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Options for starting a program of PostgreSQL, in a session of its own: a Ctrl-C is not its end. */
export function toSpawnOptions({ folder, user }: Cluster): SpawnOptions {
  return {
    ...user,
    cwd: folder,
    detached: true,
    env: programEnv,
  }
}
