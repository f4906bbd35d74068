import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { forkProgram } from './fork-program'
import type { Run } from './service'
import { waitForPort } from './wait-for-port'

/** What the programs are started with. The environment is asked for at each start: addresses can change. */
export type Programs = { folder: string; getEnv: () => NodeJS.ProcessEnv }

/**
 * Node's pool of the web process: each question that DuckDB works on holds one of its threads, and files, password hashes
 * and compression need some, too.
 */
const webThreads = '16'

/** The sandbox, on a loopback port, with its state in `data`. */
export function startSandbox({ folder, getEnv }: Programs, port: number, data: string): Run {
  return forkProgram({
    script: join(folder, 'sandbox.js'),
    args: ['--port', `${port}`, '--data', data],
    env: withoutSecrets(getEnv()),
    waitUntilReady: (child) => {
      const ended = new AbortController()
      child.once('exit', () => ended.abort())
      return waitForPort(port, ended.signal)
    },
  })
}

/** The web pages. Ready when they can be opened; `onReady` gets the address that it listens on. */
export function startWeb({ folder, getEnv }: Programs, onReady: (address: string) => void): Run {
  return forkProgram({
    script: join(folder, 'web.js'),
    env: { UV_THREADPOOL_SIZE: webThreads, ...getEnv() },
    waitUntilReady: async (child) => onReady(await waitForAddress(child)),
  })
}

/** The worker, with as many jobs at once as it is set to. */
export function startWorker({ folder, getEnv }: Programs): Run {
  return forkProgram({
    script: join(folder, 'worker.js'),
    env: getEnv(),
    waitUntilReady: (child) => once(child, 'spawn'),
  })
}

/** The sandbox is a stranger, as Vonage is: it knows only its own key pair. */
function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    VAULT_KEY,
    AUTH_SECRET,
    DATABASE_URL,
    ADMIN_EMAIL,
    ADMIN_PASSWORD,
    METRICS_TOKEN,
    ...rest
  } = env
  return rest
}

async function waitForAddress(child: ChildProcess): Promise<string> {
  for (;;) {
    const [message] = await once(child, 'message')
    if (message?.type === 'ready') return `${message.address}`
  }
}
