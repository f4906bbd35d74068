import { lockDataDir } from '@/lib/config/data-dir-lock'
import { getEnv } from '@/lib/config/env'
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres'
import { getArchiveStore } from '@/lib/services/archive-store'
import { restoreBackup } from '@/lib/services/restore-backup'
import { runTool } from './run-tool'

const usage = `Usage: script/restore DIR [--nothing-since]

Brings a backup back into an empty DATA_DIR, or into the empty database that DATABASE_URL names; afterwards start
script/server. Set VAULT_KEY, or put vault.key into DATA_DIR, or the API secrets must be entered anew.
Requests that waited to be sent count as doubtful: they may have been sent after the backup, and billed. With
--nothing-since, when the old instance did nothing afterwards, they are sent as if nothing had been.`

runTool(async () => {
  const args = process.argv.slice(2)
  const folder = args.find((arg) => !arg.startsWith('-'))
  const unknown = args.filter((arg) => arg !== folder && arg !== '--nothing-since')
  if (!folder || unknown.length > 0) throw new Error(usage)
  const { DATABASE_URL, DATA_DIR } = getEnv()
  // A database of a running instance would be taken from it.
  const lock = lockDataDir(DATA_DIR)
  const embedded = DATABASE_URL ? null : await startEmbeddedPostgres(DATA_DIR)
  if (embedded) process.env.DATABASE_URL = embedded.url
  try {
    const url = DATABASE_URL ?? embedded?.url ?? ''
    const nothingSince = args.includes('--nothing-since')
    const done = await restoreBackup(url, getArchiveStore(), folder, { nothingSince })
    for (const fault of done.faults) console.error(fault)
    console.log(
      `Restored the backup of ${done.takenAt}: ${done.files} files, ${done.faults.length} faulty, ${done.doubtful} requests doubtful.`,
    )
    return done.faults.length === 0
  } finally {
    await embedded?.stop()
    lock.release()
  }
})
