import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from '@/lib/credentials/password-hash'
import { createUser } from '@/lib/data/users/create-user'
import { closeDb, getDb } from '@/lib/db/client'
import { findFreePort } from '@/lib/db/embedded/free-port'
import { migrate } from '@/lib/db/migrate'
import { sealSecret } from '@/lib/vault/seal'
import { SandboxAdmin } from '../e2e/harness/sandbox-admin'
import { type KillableDatabase, patiently, startDatabase } from './database'
import { FrontDoor } from './front-door'
import { type FullDisk, mountSmallDisk } from './full-disk'
import { createProgram, type Program } from './programs'
import { startTcpProxy, type TcpProxy } from './tcp-proxy'

export type Key = { accountId: string; apiKey: string; apiSecret: string }

/** The whole product on one machine: two web servers, two workers, a database, a sandbox, and proxies in between. */
export type Stage = {
  folder: string
  archives: string
  vaultKey: Buffer
  database: KillableDatabase
  webs: Program[]
  workers: Program[]
  proxies: Record<'database' | 'sandbox' | 'web', TcpProxy>
  disk: FullDisk
  sandbox: SandboxAdmin
  keys: Key[]
  door: FrontDoor
  signIn: () => Promise<void>
  /** Moves the one clock, and Vonage's with it. */
  moveClock: (ms: number) => Promise<void>
  /** The sandbox's time now, in milliseconds. */
  sandboxNow: () => number
  /** Times of the sandbox's clock that the rate of requests is not judged by. */
  excused: { from: number; to: number }[]
  /** Runs what makes requests come at once that are not to be judged: those of the checks, those of a paused process. */
  excuse: <T>(work: () => Promise<T>) => Promise<T>
  /** Stops everything, and leaves the folder with its logs. */
  stop: () => Promise<void>
  /** Stops everything, and leaves nothing. */
  end: () => Promise<void>
}

const keyNames = ['tortureA', 'tortureB', 'tortureC']

/** Sets it all up; what fails half-way leaves nothing running. */
export async function openStage(): Promise<Stage> {
  const undo: (() => unknown)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    return await setUp(undo, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function setUp(undo: (() => unknown)[], stop: () => Promise<void>): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'torture-'))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir, { mode: 0o700 })
  const disk = mountSmallDisk(join(dataDir, 'archives'))
  undo.push(() => disk.end())
  const database = await startDatabase(dataDir)
  undo.push(() => database.stop(), closeDb)
  process.env.DATABASE_URL = database.url
  await migrate(database.url)

  const apiSecret = randomBytes(15).toString('base64url')
  const primary = { apiKey: 'mainkey1', apiSecret }
  const sandboxPort = await findFreePort()
  const sandboxProgram = createProgram({
    name: 'sandbox',
    program: 'sandbox',
    args: [
      ...[
        '--port',
        `${sandboxPort}`,
        '--data',
        join(folder, 'sandbox'),
        '--speed',
        '30',
        '--volume',
        '0.1',
      ],
      ...keyNames.flatMap((key) => ['--key', `${key}:${apiSecret}`]),
    ],
    env: { SANDBOX_API_KEY: primary.apiKey, SANDBOX_API_SECRET: apiSecret },
    ready: /listening/,
    logFolder: folder,
  })
  undo.push(() => sandboxProgram.end('SIGKILL'))
  await sandboxProgram.start()
  const sandbox = new SandboxAdmin({ url: `http://127.0.0.1:${sandboxPort}`, ...primary })

  const webPorts = [await findFreePort(), await findFreePort()]
  const proxies = {
    database: await startTcpProxy([database.port]),
    sandbox: await startTcpProxy([sandboxPort]),
    web: await startTcpProxy(webPorts),
  }
  undo.push(() => {
    for (const proxy of Object.values(proxies)) proxy.close()
  })
  const vaultKey = randomBytes(32)
  const viaProxy = new URL(database.url)
  viaProxy.port = `${proxies.database.port}`
  const appUrl = `http://127.0.0.1:${proxies.web.port}`
  const env = {
    DATABASE_URL: viaProxy.href,
    DATA_DIR: dataDir,
    VAULT_KEY: vaultKey.toString('base64'),
    AUTH_SECRET: randomBytes(32).toString('base64'),
    SANDBOX_API_URL: `http://127.0.0.1:${proxies.sandbox.port}`,
    SANDBOX_API_SECRET: apiSecret,
    APP_URL: appUrl,
  }
  const webs = webPorts.map((port, index) =>
    createProgram({
      name: `web${index + 1}`,
      program: 'web',
      env: { ...env, PORT: `${port}` },
      ready: null,
      logFolder: folder,
    }),
  )
  const workers = [1, 2].map((number) =>
    createProgram({
      name: `worker${number}`,
      program: 'worker',
      env,
      ready: null,
      logFolder: folder,
    }),
  )
  undo.push(() => Promise.all([...webs, ...workers].map((program) => program.end('SIGKILL'))))
  await Promise.all([...webs, ...workers].map((program) => program.start()))

  const person = { email: 'torturer@example.com', password: randomBytes(15).toString('base64url') }
  const passwordHash = await hashPassword(person.password)
  await createUser({ email: person.email, name: 'Torturer', passwordHash, role: 'admin' })
  const keys = await Promise.all(keyNames.map((apiKey) => addAccount(apiKey, apiSecret, vaultKey)))
  const door = new FrontDoor(appUrl)
  let movedMs = 0
  const sandboxNow = () => Date.now() + movedMs
  const excused: Stage['excused'] = []
  const watch = watchStalls((stalledMs) => {
    const now = sandboxNow()
    excused.push({ from: now - stalledMs - 1_000, to: now + 1_000 })
  })
  undo.push(() => clearInterval(watch))

  return {
    folder,
    archives: join(dataDir, 'archives'),
    vaultKey,
    database,
    webs,
    workers,
    proxies,
    disk,
    sandbox,
    keys,
    door,
    signIn: () => patiently(() => door.signIn(person.email, person.password)),
    async moveClock(ms) {
      await sandbox.advanceClock(ms)
      movedMs += ms
      await patiently(() => getDb().$executeRaw`UPDATE "Clock" SET "offsetMs" = "offsetMs" + ${ms}`)
    },
    sandboxNow,
    excused,
    async excuse(work) {
      const from = sandboxNow()
      const done = await work()
      excused.push({ from, to: sandboxNow() + 2_000 })
      return done
    },
    stop,
    async end() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function addAccount(apiKey: string, apiSecret: string, vaultKey: Buffer): Promise<Key> {
  const accountId = randomUUID()
  await getDb().account.create({
    data: {
      id: accountId,
      label: `Account ${apiKey}`,
      environment: 'sandbox',
      apiKey,
      secretTail: '',
      secret: { create: { sealed: sealSecret(apiSecret, { key: vaultKey, context: accountId }) } },
    },
  })
  return { accountId, apiKey, apiSecret }
}

const tickMs = 50
/** How long this process may be held up before the machine counts as stalled. */
const stallMs = 200

/** Tells when the whole machine was held up: what left in time then arrives at once, at a sandbox that stood still, too. */
function watchStalls(onStall: (stalledMs: number) => void): NodeJS.Timeout {
  let last = performance.now()
  return setInterval(() => {
    const now = performance.now()
    if (now - last - tickMs > stallMs) onStall(now - last)
    last = now
  }, tickMs)
}
