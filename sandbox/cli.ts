import { parseArgs } from 'node:util'
import { faultKinds, faultNames, faultOperations, parseFault } from './faults/fault'
import {
  type Credentials,
  defaultCredentials,
  defaultOptions,
  type SandboxOptions,
} from './options'

/** A mistake on the command line or in the environment, told in one line. */
export class UsageError extends Error {}

function readNumber(name: string, text: string | undefined, low: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < low) {
    throw new UsageError(`--${name} ${text}: a number of at least ${low} is needed.`)
  }
  return value
}

function readKey(text: string): Credentials {
  const [apiKey = '', apiSecret = '', ...rest] = text.split(':')
  if (apiKey.length !== 8 || !apiSecret || rest.length > 0) {
    throw new UsageError('--key takes KEY:SECRET, with a key of 8 characters.')
  }
  return { apiKey, apiSecret }
}

/** The text of `--help`. */
export function describeUsage(): string {
  const faults = faultNames.map((name) => `  ${name.padEnd(20)}${faultKinds[name].about}`)
  return `A stand-in for Vonage's Reports API.

  --port N          where to listen (${defaultOptions.port})
  --host HOST       at which address (${defaultOptions.host})
  --data DIR        where its memory and its log are kept (./data/sandbox)
  --speed N         how many times faster than Vonage things take their course (1)
  --volume N        multiplies the traffic (1: about 80,000 outbound SMS a month)
  --seed TEXT       other records (${defaultOptions.seed})
  --max-rows N      a report of more rows is TRUNCATED (${defaultOptions.maxRows})
  --sync-span any   let synchronous queries ask for more than 24 hours
  --key KEY:SECRET  a further account; may be repeated
  --fault FAULT     something to get wrong; may be repeated

SANDBOX_API_KEY (${defaultCredentials.apiKey}) and SANDBOX_API_SECRET (${defaultCredentials.apiSecret}) are the main account's.

A fault is a name, or name:option=value,option=value with these options:
  operation    one or more of ${faultOperations.join(', ')}, joined by +
  count        how often it strikes      probability  how likely, up to 1
  product      only for this product     account      only for this account or key
  delayMs, status, value                 as said below

${faults.join('\n')}

At run time: POST, GET and DELETE /__sandbox/faults, GET /__sandbox/log, GET /__sandbox/reports,
GET and POST /__sandbox/clock, with the main account's key and secret.
`
}

/** Reads the command line and the environment; null means that `--help` was asked for. */
export function readOptions(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): SandboxOptions | null {
  const text = { type: 'string' } as const
  const list = { type: 'string', multiple: true } as const
  const parse = () =>
    parseArgs({
      args: [...args],
      options: {
        port: text,
        host: text,
        data: text,
        speed: text,
        volume: text,
        seed: text,
        'max-rows': text,
        'sync-span': text,
        key: list,
        fault: list,
        help: { type: 'boolean' },
      },
    }).values
  let values: ReturnType<typeof parse>
  try {
    values = parse()
    if (values.help) return null
    const apiKey = environment.SANDBOX_API_KEY || defaultCredentials.apiKey
    if (apiKey.length !== 8) throw new UsageError('SANDBOX_API_KEY needs 8 characters.')
    return {
      port: readNumber('port', values.port, 0) ?? defaultOptions.port,
      host: values.host ?? defaultOptions.host,
      dataDir: values.data ?? './data/sandbox',
      speed: readNumber('speed', values.speed, 0.001) ?? defaultOptions.speed,
      volume: readNumber('volume', values.volume, 0) ?? defaultOptions.volume,
      seed: values.seed ?? defaultOptions.seed,
      maxRows: readNumber('max-rows', values['max-rows'], 1) ?? defaultOptions.maxRows,
      syncDayLimit: values['sync-span'] !== 'any',
      apiKey,
      apiSecret: environment.SANDBOX_API_SECRET || defaultCredentials.apiSecret,
      accounts: (values.key ?? []).map(readKey),
      faults: (values.fault ?? []).map(parseFault),
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
