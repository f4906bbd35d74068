import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomSecret, startFastSandbox, startInstance } from './harness/instance'
import { sharedKeys } from './harness/keys'
import { rememberShared } from './harness/shared-instance'

/** One product, and one fast sandbox as its upstream, for all tests that do not need one of their own. */
export default async function startShared(): Promise<() => Promise<void>> {
  const keySecret = randomSecret()
  const sandbox = await startFastSandbox(sharedKeys, keySecret)
  const admin = { ADMIN_EMAIL: 'first@example.com', ADMIN_PASSWORD: randomSecret() }
  const instance = await startInstance({ APP_URL: 'own', ...admin }, sandbox.address)
  mkdirSync(join(instance.dataDir, 'keys-in-use'))
  rememberShared({ ...instance, keySecret })
  return async () => {
    await instance.end()
    await sandbox.end()
  }
}
