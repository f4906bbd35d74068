import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getDb } from '@/lib/db/client'
import type { Stage } from './stage'

const days = 24 * 3600_000

/**
 * Looks at the end for what killed writers left: makes every file old, starts a worker anew, which sweeps at its start,
 * and names what then is in the store and in no row.
 */
export async function findLeftovers(stage: Stage): Promise<string[]> {
  await Promise.all(stage.workers.map((worker) => worker.end('SIGTERM')))
  const old = new Date(Date.now() - 3 * days)
  for (const name of listFiles(stage.archives)) utimesSync(join(stage.archives, name), old, old)
  await stage.workers[0]?.start()
  const named = new Set(
    (await getDb().archive.findMany({ select: { storeKey: true } })).map(
      ({ storeKey }) => storeKey,
    ),
  )
  for (const until = Date.now() + 30_000; ; await sleep(500)) {
    const left = listFiles(stage.archives).filter((name) => !named.has(name))
    if (left.length === 0 || Date.now() > until) return left
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
