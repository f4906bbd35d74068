import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type DataDirLock = { release: () => void }

/**
 * Takes a data folder for this process alone. SQLite is here only for its lock: Node has no other that
 * the system itself gives back when its holder is killed, so that no stale lock can exist.
 * @throws when another instance holds it, or the folder can't be written
 */
export function lockDataDir(dataDir: string): DataDirLock {
  makeFolder(dataDir)
  const pidFile = join(dataDir, 'server.pid')
  const lock = new DatabaseSync(join(dataDir, 'server.lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (!isLocked(cause)) throw cause
    throw new Error(
      `${dataDir} is in use by another instance (process ${readPid(pidFile)}). Stop that one first, or set DATA_DIR and PORT to others.`,
      { cause },
    )
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 })
  return {
    release: () => {
      rmSync(pidFile, { force: true })
      lock.close()
    },
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(join(dataDir, 'server.lock'), '', { flag: 'a', mode: 0o600 })
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? cause.code : cause
    throw new Error(
      `${dataDir} can't be written (${reason}). Set DATA_DIR to a folder of this user, or give this one away with chown -R.`,
      { cause },
    )
  }
}

function isLocked(error: unknown): boolean {
  const busy = 5
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}

function readPid(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim()
  } catch {
    return 'that is just starting'
  }
}
