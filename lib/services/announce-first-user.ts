import { getEnv } from '@/lib/config/env'
import { reportFault } from '@/lib/errors/report-fault'
import { prepareFirstUser } from './prepare-first-user'

const retryMs = 5_000

/**
 * Prints how to make the first user, once the database answers. It waits for nothing: the process
 * must come up, and say through its readiness what is missing, while the database is away.
 */
export function announceFirstUser(): void {
  prepareFirstUser(getEnv()).then(
    (text) => {
      if (text) process.stdout.write(`\n${text}\n\n`)
    },
    (error: unknown) => {
      reportFault(error, 'first user')
      setTimeout(announceFirstUser, retryMs).unref()
    },
  )
}
