import type { Instance } from './instance'

/** The instance of all tests, and the API secret that its sandbox's keys have in common. */
export type SharedInstance = Instance & { keySecret: string }

const variable = 'E2E_SHARED_INSTANCE'

/** Hands the instance on to the workers of this run, which inherit the environment. */
export function rememberShared(shared: SharedInstance): void {
  const { url, dataDir, databaseUrl, sandbox, keySecret } = shared
  process.env[variable] = JSON.stringify({ url, dataDir, databaseUrl, sandbox, keySecret })
}

export function findShared(): SharedInstance {
  return JSON.parse(process.env[variable] ?? '')
}
