import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const patienceMs = 10_000
const programs = new Set(['postgres', 'initdb'])

/**
 * Ends what an earlier server left running in a cluster (after a `kill -9` of the supervisor, or of
 * PostgreSQL's own parent process), and takes away its stale lock file.
 * @returns how many processes were found
 */
export async function endLeftovers(folder: string): Promise<number> {
  const leftovers = findClusterProcesses(folder)
  const parent = readPostmasterPid(folder)
  if (parent !== undefined && leftovers.includes(parent)) send(parent, 'SIGINT')
  if (!(await waitUntilGone(folder))) {
    for (const pid of findClusterProcesses(folder)) send(pid, 'SIGKILL')
    if (!(await waitUntilGone(folder))) {
      throw new Error(
        `A PostgreSQL that still runs in ${folder} can't be stopped. Stop it by hand.`,
      )
    }
  }
  // Nobody is left, so the file's number is of no process or, after a reboot, of a stranger's.
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  return leftovers.length
}

async function waitUntilGone(folder: string): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (findClusterProcesses(folder).length > 0) {
    if (Date.now() > deadline) return false
    await delay(50)
  }
  return true
}

/**
 * Every process of PostgreSQL has its cluster as working directory; the name tells it from a shell
 * that someone has open there. A process number alone could have been reused.
 */
function findClusterProcesses(folder: string): number[] {
  if (!existsSync(folder)) return []
  const path = realpathSync(folder)
  if (platform() !== 'linux') return findPostmasterByCommand(path)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isOfCluster(pid, path))
}

function isOfCluster(pid: number, path: string): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return programs.has(name) && readlinkSync(`/proc/${pid}/cwd`) === path
  } catch {
    // Ended meanwhile, or another user's: not ours either way.
    return false
  }
}

function findPostmasterByCommand(path: string): number[] {
  const pid = readPostmasterPid(path)
  if (pid === undefined) return []
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', `${pid}`], {
    encoding: 'utf8',
  })
  return stdout?.includes('postgres') && stdout.includes(path) ? [pid] : []
}

function readPostmasterPid(folder: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}
