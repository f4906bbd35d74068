import pino, { type DestinationStream, type Logger } from 'pino'
import { getEnv } from './env'
import { scrubError } from './scrub-error'

const secretKeys = [
  'authorization',
  'cookie',
  'secret',
  'apiSecret',
  'password',
  'token',
  'callbackUrl',
  'callback_url',
  'DATABASE_URL',
]

// pino's paths have no "at any depth": three levels hold what is logged here, request headers included.
const redactedPaths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])

/**
 * A logger that writes JSON lines, with whatever may hold a secret blotted out. An error goes under `err`: of it only
 * what `scrubError` keeps is written, since libraries hang whole connections on theirs.
 */
export function createLogger(name: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    name,
    level: getEnv().LOG_LEVEL,
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => scrubError(error) },
    redact: { paths: redactedPaths, censor: '•••' },
  }
  return destination ? pino(options, destination) : pino(options)
}
