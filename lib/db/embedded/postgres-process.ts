import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { findFreePort } from './free-port'
import { type Cluster, toClusterPath, toSpawnOptions } from './run-in-cluster'

/** A PostgreSQL that accepts connections on a port of the loopback address. */
export type PostgresProcess = {
  port: number
  pid: number | undefined
  /** Resolves with the reason when the process has ended, for whatever cause. */
  ended: Promise<string>
  /** Asks for a fast shutdown; kills it after 10 s (it then recovers at the next start). */
  stop: () => Promise<void>
}

const portTries = 5
const patienceMs = 10_000

/**
 * Starts PostgreSQL and waits until it accepts connections, however long a recovery takes.
 * @param wantedPort taken when it is free, so that clients of an earlier run find it again
 */
export async function startPostgresProcess(
  cluster: Cluster,
  postgres: string,
  wantedPort?: number,
): Promise<PostgresProcess> {
  let said = ''
  for (let attempt = 0; attempt < portTries; attempt++) {
    const port = attempt === 0 && wantedPort ? wantedPort : await findFreePort()
    const started = await tryToStart(cluster, postgres, port)
    if ('stop' in started) return started
    said = started.said
    if (!said.includes('could not bind')) break
  }
  throw new Error(`PostgreSQL does not start:\n${said}`)
}

async function tryToStart(
  cluster: Cluster,
  postgres: string,
  port: number,
): Promise<PostgresProcess | { said: string }> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: `${port}`,
    unix_socket_directories: '',
    lc_messages: 'C',
    // Errors of single statements are the client's to report; here they would repeat people's data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(postgres, ['-D', toClusterPath(cluster), ...flags], {
    ...toSpawnOptions(cluster),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(`ended with ${signal ?? `code ${code}`}`))
  })
  const lastLines: string[] = []
  const ready = new Promise<true>((resolve) => {
    if (!child.stderr) return
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastLines.push(line)
      if (lastLines.length > 20) lastLines.shift()
      if (line.includes('ready to accept connections')) resolve(true)
    })
  })
  const outcome = await Promise.race([ready, ended])
  if (outcome !== true) return { said: lastLines.join('\n') || outcome }
  return { port, pid: child.pid, ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(timer)
}
