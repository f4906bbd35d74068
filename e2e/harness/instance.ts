import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRunningDatabase } from '@/lib/db/embedded/database-addresses'
import { findFreePort } from '@/lib/db/embedded/free-port'
import { type Program, startProgram } from './program'
import type { SandboxAddress } from './sandbox-admin'

/** What a test has to know of a running product; plain data, so that it can be handed to another process. */
export type Instance = {
  url: string
  dataDir: string
  databaseUrl: string
  sandbox: SandboxAddress
}

export type RunningInstance = Instance & {
  output: () => string
  killAll: () => Promise<void>
  /** Starts the product again on the same data folder. */
  restart: () => Promise<void>
  /** Stops it and removes its data. */
  end: () => Promise<void>
}

/** The product as `script/server` starts it, on a data folder of its own, until it says that it is ready. */
export async function startInstance(
  env: Record<string, string> = {},
  sandbox?: SandboxAddress,
): Promise<RunningInstance> {
  const dataDir = mkdtempSync(join(tmpdir(), 'e2e-'))
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const start = () =>
    startProgram('server', [], {
      PORT: `${port}`,
      DATA_DIR: dataDir,
      ...env,
      ...(env.APP_URL === 'own' ? { APP_URL: url } : {}),
      ...(sandbox && {
        SANDBOX_API_URL: sandbox.url,
        SANDBOX_API_KEY: sandbox.apiKey,
        SANDBOX_API_SECRET: sandbox.apiSecret,
      }),
    })
  let program = start()
  await waitUntilReady(program, url)
  return {
    url,
    dataDir,
    get databaseUrl() {
      return findRunningDatabase(dataDir)
    },
    get sandbox() {
      return sandbox ?? findOwnSandbox(dataDir)
    },
    output: () => program.output(),
    killAll: () => program.killAll(),
    restart: async () => {
      program = start()
      await waitUntilReady(program, url)
    },
    end: async () => {
      await program.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function waitUntilReady(program: Program, url: string): Promise<void> {
  await program.waitFor(/ready: open/)
  await program.waitFor(/worker ready/)
  const answer = await fetch(`${url}/api/ready`)
  if (!answer.ok) throw new Error(`Not ready: ${await answer.text()}\n${program.output()}`)
}

/** The sandbox that the product keeps itself. */
function findOwnSandbox(dataDir: string): SandboxAddress {
  const port = readFileSync(join(dataDir, 'sandbox', 'port'), 'utf8').trim()
  const apiSecret = readFileSync(join(dataDir, 'sandbox.secret'), 'utf8').trim()
  return { url: `http://127.0.0.1:${port}`, apiKey: 'sandbox1', apiSecret }
}

/** A sandbox for many tests at once: twenty times as fast, and with a key for each of them. */
export async function startFastSandbox(keys: readonly string[], apiSecret: string) {
  const data = mkdtempSync(join(tmpdir(), 'e2e-sandbox-'))
  const port = await findFreePort()
  const address = { url: `http://127.0.0.1:${port}`, apiKey: 'mainkey1', apiSecret: randomSecret() }
  const program = startProgram(
    'sandbox',
    [
      ...['--port', `${port}`, '--data', data, '--speed', '20'],
      ...keys.flatMap((key) => ['--key', `${key}:${apiSecret}`]),
    ],
    { SANDBOX_API_KEY: address.apiKey, SANDBOX_API_SECRET: address.apiSecret },
  )
  await program.waitFor(/listening/)
  return {
    address,
    end: async () => {
      await program.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export function randomSecret(): string {
  return randomBytes(15).toString('base64url')
}
