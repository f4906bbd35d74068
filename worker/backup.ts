import { getArchiveStore } from '@/lib/services/archive-store'
import { backUp } from '@/lib/services/back-up'
import { runTool, useDatabase } from './run-tool'

const usage = `Usage: script/backup DIR

Writes a backup of a running instance into a folder: the database as it is at one moment, and all archived files that it
names. A folder that has a backup already gets what is new. The key that opens the API secrets (VAULT_KEY, or vault.key in
DATA_DIR) is not in it: keep that apart.`

runTool(async () => {
  const [folder, ...rest] = process.argv.slice(2)
  if (!folder || folder.startsWith('-') || rest.length > 0) throw new Error(usage)
  const done = await backUp(useDatabase(), getArchiveStore(), folder)
  for (const fault of done.faults) console.error(fault)
  console.log(
    `Backup of ${done.takenAt}: ${done.files} files, ${done.bytes} bytes; ${done.copied} copied, ${done.kept} there before, ${done.faults.length} faulty.`,
  )
  return done.faults.length === 0
})
