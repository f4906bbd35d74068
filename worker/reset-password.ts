import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { getEnv } from '@/lib/config/env'
import { closeDb } from '@/lib/db/client'
import { findRunningDatabase } from '@/lib/db/embedded/database-addresses'
import { resetPassword } from '@/lib/services/reset-password'

const usage = `Usage: script/reset-password EMAIL [--stdin]

Gives a person a new password, ends their sessions, and lets a disabled administrator in again.
The new password is printed once; with --stdin it is read from there instead.`

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const email = args.find((arg) => !arg.startsWith('-'))
  const unknown = args.some((arg) => arg.startsWith('-') && arg !== '--stdin')
  if (!email || unknown || args.length > 2) throw new Error(usage)
  const env = getEnv()
  process.env.DATABASE_URL ??= findRunningDatabase(env.DATA_DIR)
  const given = args.includes('--stdin')
  const password = given
    ? (await text(process.stdin)).replace(/\r?\n$/, '')
    : randomBytes(18).toString('base64url')
  const done = await resetPassword(email, password)
  console.log(`${done.email} has a new password. Sessions ended: ${done.endedSessions}.`)
  if (done.enabled) console.log('The account was disabled and is enabled again.')
  if (!given) console.log(`New password: ${password}`)
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
  .finally(closeDb)
