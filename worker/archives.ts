import { getArchiveStore } from '@/lib/services/archive-store'
import { verifyArchives } from '@/lib/services/verify-archives'
import { runTool, useDatabase } from './run-tool'

const usage = `Usage: script/archives verify

Reads every archived file, and holds it against the size and SHA-256 that were recorded when it came. Names each that is
missing or damaged; the exit code is 1 then.`

runTool(async () => {
  if (process.argv.slice(2).join(' ') !== 'verify') throw new Error(usage)
  useDatabase()
  const done = await verifyArchives(getArchiveStore(), (fault) => console.error(fault))
  console.log(`${done.files} files, ${done.bytes} bytes, ${done.faults.length} faulty`)
  return done.faults.length === 0
})
