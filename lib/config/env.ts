import { resolve } from 'node:path'
import { z } from 'zod'

const onOff = z.enum(['on', 'off'], { error: 'must be on or off' }).default('on')
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** The address of an upstream API: https, or plain http to this machine only. */
const upstreamUrl = z.string().transform((text, context) => {
  const url = URL.parse(text)
  const fault = findUpstreamFault(url)
  if (!url || fault) {
    context.issues.push({ code: 'custom', input: text, message: fault ?? 'is no URL' })
    return z.NEVER
  }
  return url.href.replace(/\/+$/, '')
})

function findUpstreamFault(url: URL | null): string | undefined {
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return 'must be an http or https URL'
  if (url.protocol === 'http:' && !loopbackHost.test(url.hostname)) {
    return 'must begin with https: credentials go over plain http to this machine only'
  }
  if (url.username || url.password || url.search || url.hash) {
    return 'must have no credentials, query or fragment'
  }
}

const databaseUrl = z.string().refine((text) => {
  const url = URL.parse(text)
  return url?.protocol === 'postgresql:' || url?.protocol === 'postgres:'
}, 'must be a URL of the form postgresql://user:password@host:5432/database')

const appUrl = z.string().transform((text, context) => {
  const url = URL.parse(text)
  const plain = url && !url.username && !url.password && !url.search && !url.hash
  if (!plain || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    const message =
      'must be the address that people open, without a path: https://reports.example.com'
    context.issues.push({ code: 'custom', input: text, message })
    return z.NEVER
  }
  return url.origin
})

const vaultKey = z.string().refine((text) => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === 32 && bytes.toString('base64') === text
}, 'must be 32 random bytes in base64 (44 characters): openssl rand -base64 32')

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be a whole number from ${min} to ${max}`)

const envSchema = z
  .object({
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z
      .string()
      .regex(/^[0-9A-Za-z.:_-]{1,253}$/, 'must be a host name or an IP address')
      .default('127.0.0.1'),
    APP_URL: appUrl.optional(),
    DATA_DIR: z
      .string()
      .refine((text) => !text.includes('\0'), 'must be the path of a folder')
      .default('./data')
      .transform((path) => resolve(path)),
    DATABASE_URL: databaseUrl.optional(),
    VONAGE_API_URL: upstreamUrl.default('https://api.nexmo.com'),
    SANDBOX: onOff,
    SANDBOX_API_URL: upstreamUrl.optional(),
    SANDBOX_API_KEY: z
      .string()
      .regex(/^[0-9A-Za-z]{8}$/, 'must be 8 letters or digits')
      .default('sandbox1'),
    SANDBOX_API_SECRET: z.string().max(256, 'is longer than 256 characters').optional(),
    WORKER: onOff,
    VAULT_KEY: vaultKey.optional(),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    ADMIN_EMAIL: z.email('must be an email address').optional(),
    ADMIN_PASSWORD: z.string().optional(),
    TRUST_PROXY: wholeNumber(0, 10).default(0),
    DATASET_MEMORY_MB: wholeNumber(256, 1_000_000).default(768),
    DATASET_THREADS: wholeNumber(1, 256).optional(),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').max(256).optional(),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, silent',
      })
      .default('info'),
  })
  .refine((env) => Boolean(env.ADMIN_EMAIL) === Boolean(env.ADMIN_PASSWORD), {
    path: ['ADMIN_EMAIL'],
    message: 'and ADMIN_PASSWORD go together: set both or neither',
  })

/** The checked environment. Keys are named as the variables are. */
export type Env = z.infer<typeof envSchema>

/** Faults in the environment. The message names each variable and never repeats a value. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/**
 * Checks the environment variables. An empty one counts as unset.
 * @throws EnvError that lists every fault at once
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.entries(source).filter(([, value]) => value !== undefined && value !== '')
  const parsed = envSchema.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new EnvError(`The environment has faults. Mend them and start again:\n${faults.join('\n')}`)
}

let memo: Env | undefined

/** The environment of this process, checked at the first call. @throws EnvError */
export function getEnv(): Env {
  memo ??= parseEnv(process.env)
  return memo
}
