import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres'
import type { Run } from './service'

/**
 * The embedded PostgreSQL as a service that may be restarted.
 * @param onUrl called at each start; the address differs from the last only when its port was taken away
 */
export function createPostgresStart(dataDir: string, onUrl: (url: string) => void): () => Run {
  let port: number | undefined

  async function start(): Promise<EmbeddedPostgres> {
    const running = await startEmbeddedPostgres(dataDir, port)
    port = running.port
    onUrl(running.url)
    return running
  }

  return () => {
    // What keeps the first start from working needs a person; later it may pass.
    const final = port === undefined
    const starting = start()
    return {
      ready: starting,
      ended: starting.then(
        async ({ ended }) => ({ reason: await ended, final: false }),
        (error) => ({ reason: error instanceof Error ? error.message : `${error}`, final }),
      ),
      stop: () => starting.then(({ stop }) => stop()).catch(() => undefined),
    }
  }
}
