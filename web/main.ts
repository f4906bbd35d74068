import next from 'next'
import { EnvError, getEnv } from '@/lib/config/env'
import { giveUp } from '@/lib/config/give-up'
import { onStopRequest } from '@/lib/config/on-stop-request'
import { findProjectRoot } from '@/lib/config/project-root'
import { getSecrets } from '@/lib/config/secrets'
import { checkSchemaVersion } from '@/lib/db/migrate'
import { SchemaError } from '@/lib/db/migration-plan'
import { withResponse } from '@/lib/live/current-response'
import { stampClientAddress } from './client-address'
import { restoreContentLength } from './content-length'
import { createWebServer } from './create-web-server'
import { drain } from './drain'
import { ListenError, listen } from './listen'
import { serveAssets } from './serve-assets'

/** How long open responses may go on at a stop, in milliseconds. A supervisor kills after 10 s. */
const supervisedDrainMs = 8_000
/** Long enough for most downloads: those that are cut must be begun anew. */
const drainMs = 60_000

async function main(): Promise<void> {
  const env = getEnv()
  if (!env.DATABASE_URL) giveUp('DATABASE_URL is not set: start script/server, or set it.')
  await checkSchemaVersion(env.DATABASE_URL)
  setAuthVariables()

  const app = next({ dev: false, dir: findProjectRoot(), hostname: env.HOST, port: env.PORT })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createWebServer(
    serveAssets(findProjectRoot(), (request, response) => {
      stampClientAddress(request, env.TRUST_PROXY)
      restoreContentLength(response)
      withResponse(response, () => void handle(request, response))
    }),
    { https: env.APP_URL?.startsWith('https://') ?? false },
  )
  const address = await listen(server, env.HOST, env.PORT)
  onStopRequest(async () => {
    await drain(server, process.connected ? supervisedDrainMs : drainMs)
    process.exit(0)
  })
  process.send?.({ type: 'ready', address })
}

/** next-auth reads its settings from the environment, under names of its own. */
function setAuthVariables(): void {
  const { APP_URL } = getEnv()
  Object.assign(process.env, { NEXTAUTH_SECRET: getSecrets().authSecret })
  if (APP_URL) Object.assign(process.env, { NEXTAUTH_URL: APP_URL })
  else {
    // Without a known address, the one that the browser asked for.
    delete process.env.NEXTAUTH_URL
    Object.assign(process.env, { AUTH_TRUST_HOST: '1' })
  }
}

main().catch((error) => {
  if ([EnvError, SchemaError, ListenError].some((kind) => error instanceof kind))
    giveUp(error.message)
  console.error(error)
  process.exit(1)
})
