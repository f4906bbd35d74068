import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres'

/** A PostgreSQL that may be killed, and comes back at the same port. */
export type KillableDatabase = {
  url: string
  port: number
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

export async function startDatabase(dataDir: string): Promise<KillableDatabase> {
  let running: EmbeddedPostgres | null = await startEmbeddedPostgres(dataDir)
  const { url, port } = running
  return {
    url,
    port,
    async kill() {
      if (!running) return
      const pid = Number.parseInt(
        readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'),
        10,
      )
      process.kill(pid, 'SIGKILL')
      await running.ended
      running = null
    },
    async start() {
      running ??= await startEmbeddedPostgres(dataDir, port)
    },
    async stop() {
      await running?.stop()
      running = null
    },
  }
}

/** Tries again while the database is away, for a minute at most. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 60; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left === 0) throw error
      await sleep(1000)
    }
  }
}
