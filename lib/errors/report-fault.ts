import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { createLogger } from '@/lib/config/logger'

let logger: Logger | undefined

/**
 * Logs an unexpected error under a reference that may be shown to a person.
 * @returns the reference
 */
export function reportFault(error: unknown, where: string): string {
  logger ??= createLogger('web')
  const reference = randomUUID().slice(0, 8)
  logger.error({ reference, where, err: error }, 'Unexpected fault')
  return reference
}
