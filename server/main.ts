import { join } from 'node:path'
import { lockDataDir } from '@/lib/config/data-dir-lock'
import { parseEnv } from '@/lib/config/env'
import { loadSecret, loadSecrets } from '@/lib/config/secrets'
import { migrate } from '@/lib/db/migrate'
import { createPostgresStart } from './postgres-service'
import { type Programs, startSandbox, startWeb, startWorker } from './program-services'
import { chooseSandboxPort } from './sandbox-port'
import { type Run, type Service, superviseService } from './service'

const programFolder = import.meta.dirname
const services: Service[] = []
let stopping: Promise<void> | undefined

function say(text: string): void {
  console.log(`[server] ${text}`)
}

/** Stops everything in reverse order, then ends this process. Once is enough, however often it is asked. */
function stopAll(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    for (const service of services.toReversed()) await service.stop()
    process.exit(exitCode)
  })()
  return stopping
}

function giveUp(reason: string): void {
  if (stopping) return
  console.error(`[server] ${reason}`)
  void stopAll(1)
}

/** Starts a service and waits for it; never resolves when everything is stopped meanwhile. */
async function run(name: string, start: () => Run): Promise<Service> {
  if (stopping) await new Promise(() => undefined)
  const service = superviseService({ name, start, say, onGiveUp: giveUp })
  services.push(service)
  await service.ready
  return service
}

async function startAll(): Promise<void> {
  const env = parseEnv(process.env)
  const lock = lockDataDir(env.DATA_DIR)
  process.once('exit', () => lock.release())
  const { vaultKey, authSecret } = loadSecrets(env)

  const childEnv: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: env.DATA_DIR,
    VAULT_KEY: vaultKey,
    AUTH_SECRET: authSecret,
  }
  const programs: Programs = { folder: programFolder, getEnv: () => childEnv }
  const dependents: Service[] = []

  if (!env.DATABASE_URL) {
    const start = createPostgresStart(env.DATA_DIR, (url) => {
      const moved = childEnv.DATABASE_URL !== undefined && childEnv.DATABASE_URL !== url
      childEnv.DATABASE_URL = url
      if (moved) for (const service of dependents) service.restart()
    })
    await run('database', start)
  }
  const applied = await migrate(`${childEnv.DATABASE_URL}`)
  if (applied.length > 0) say(`applied ${applied.length} migrations`)

  if (env.SANDBOX === 'on' && !env.SANDBOX_API_URL) {
    const folder = join(env.DATA_DIR, 'sandbox')
    const port = await chooseSandboxPort(folder)
    childEnv.SANDBOX_API_URL = `http://127.0.0.1:${port}`
    childEnv.SANDBOX_API_KEY = env.SANDBOX_API_KEY
    childEnv.SANDBOX_API_SECRET =
      env.SANDBOX_API_SECRET ?? loadSecret(env.DATA_DIR, 'sandbox.secret')
    await run('sandbox', () => startSandbox(programs, port, folder))
  }
  const announce = (address: string) => say(`ready: open ${env.APP_URL ?? address}`)
  dependents.push(await run('web', () => startWeb(programs, announce)))
  if (env.WORKER === 'on') dependents.push(await run('worker', () => startWorker(programs)))
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) say('stopping')
    void stopAll(0)
  })
}

startAll().catch((error) => giveUp(error instanceof Error ? error.message : `${error}`))
