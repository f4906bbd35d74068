import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { createLogger } from '@/lib/config/logger'
import { scrubError } from './scrub-error'

let logger: Logger | undefined

/**
 * Logs an unexpected error, scrubbed, under a reference that may be shown to a person.
 * @returns the reference
 */
export function reportFault(error: unknown, where: string): string {
  logger ??= createLogger('web')
  const reference = randomUUID().slice(0, 8)
  logger.error({ reference, where, fault: scrubError(error) }, 'Unexpected fault')
  return reference
}
