import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** The system user that PostgreSQL runs as, since it refuses to run as root. */
export type SystemUser = { uid: number; gid: number }

/**
 * Whom PostgreSQL must run as: nobody else for an ordinary user. For root, the owner of a cluster that
 * is already there, or else the system user `postgres`, made if it is missing.
 * @throws when the user can't be made, or the cluster belongs to someone else
 */
export function findSystemUser(clusterFolder: string): SystemUser | undefined {
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new Error(
        `${clusterFolder} belongs to another user (uid ${owner.uid}), probably since the server was first started as root. Start it as that user or root, or give the folder away with chown -R.`,
      )
    }
    return undefined
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp('postgres') ?? createUser('postgres')
}

function lookUp(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const found = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return found.status === 0 ? Number.parseInt(found.stdout, 10) : undefined
  })
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

function createUser(name: string): SystemUser {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name])
  const made = lookUp(name)
  if (made) return made
  throw new Error(
    `PostgreSQL does not run as root, and the system user ${name} could not be made. Make it (useradd --system ${name}), start the server as an ordinary user, or set DATABASE_URL.`,
  )
}
