import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { buildSupervisor, startSupervisor, type TestSupervisor } from './test-supervisor'

let built: Awaited<ReturnType<typeof buildSupervisor>>
let folder: string
/** A data folder as a first run leaves it: copying it is faster than making it. */
let used: string
let dataDir: string
let running: TestSupervisor[] = []

beforeAll(async () => {
  built = await buildSupervisor()
  folder = mkdtempSync(join(tmpdir(), 'reports-supervisor-'))
  used = join(folder, 'used')
  dataDir = used
  const first = start({ SANDBOX: 'off', WORKER: 'off' })
  await first.waitFor(/ready: open/)
  await stopAll()
})
afterAll(() => {
  built.remove()
  rmSync(folder, { recursive: true })
})

beforeEach(() => {
  dataDir = mkdtempSync(join(folder, 'data-'))
  execFileSync('cp', ['-a', `${used}/.`, dataDir])
})
afterEach(stopAll)

async function stopAll(): Promise<void> {
  for (const server of running) server.kill('SIGTERM')
  await Promise.all(running.map((server) => server.exited))
  running = []
}

function start(env?: Record<string, string>): TestSupervisor {
  const server = startSupervisor(built.folder, dataDir, env)
  running.push(server)
  return server
}

async function startWhole(): Promise<TestSupervisor> {
  const server = start()
  await server.waitFor(/ready: open http:\/\/web\.example/)
  await server.waitFor(/stub worker/)
  return server
}

async function findProgram(server: TestSupervisor, name: string, skip = 0) {
  const match = await server.waitFor(new RegExp(`^stub ${name} (\\d+) (\\S+)`), skip)
  return { pid: Number(match[1]), databaseUrl: `${match[2]}` }
}

const readPostmasterPid = () =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)

function isAlive(pid: number): boolean {
  try {
    // A zombie that nobody has waited for yet is dead.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const waitForEnd = (pid: number) =>
  vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 15_000 })

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('starts everything in order, and stops it in reverse', async () => {
  const server = await startWhole()
  const started = server.lines
    .filter((line) => line.startsWith('stub'))
    .map((line) => line.split(' ')[1])
  expect(started).toEqual(['sandbox', 'web', 'worker'])
  const postmaster = readPostmasterPid()

  server.kill('SIGTERM')
  expect(await server.exited).toBe(0)
  expect(server.lines.filter((line) => line.startsWith('stopped'))).toEqual([
    'stopped worker',
    'stopped web',
    'stopped sandbox',
  ])
  expect(isAlive(postmaster)).toBe(false)
  for (const file of ['vault.key', 'auth.secret', 'postgres.secret']) {
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600)
  }
})

test.each(['sandbox', 'web', 'worker'])('starts the %s again when it is killed', async (name) => {
  const server = await startWhole()
  const { pid } = await findProgram(server, name)
  const said = server.lines.length
  process.kill(pid, 'SIGKILL')
  const next = await findProgram(server, name, said)
  expect(next.pid).not.toBe(pid)
})

test('a killed database comes back at the same address, with every row, and nobody else is ended', async () => {
  const server = await startWhole()
  const web = await findProgram(server, 'web')
  await query(web.databaseUrl, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)')
  process.kill(readPostmasterPid(), 'SIGKILL')
  await server.waitFor(/database: ended with SIGKILL/)
  const rows = await vi.waitFor(() => query(web.databaseUrl, 'SELECT id FROM kept'), {
    timeout: 30_000,
    interval: 200,
  })
  expect(rows).toEqual([{ id: 7 }])
  expect(isAlive(web.pid)).toBe(true)
})

test('a killed supervisor leaves no program, and the next start finds every row', async () => {
  const server = await startWhole()
  const programs = await Promise.all(
    ['sandbox', 'web', 'worker'].map((name) => findProgram(server, name)),
  )
  const orphan = readPostmasterPid()
  await query(
    `${programs[1]?.databaseUrl}`,
    'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)',
  )
  server.kill('SIGKILL')
  for (const { pid } of programs) await waitForEnd(pid)

  const next = await startWhole()
  expect(isAlive(orphan)).toBe(false)
  const { databaseUrl } = await findProgram(next, 'web')
  expect(await query(databaseUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }])
})

test('starts after everything was killed at once', async () => {
  const server = await startWhole()
  const programs = await Promise.all(
    ['sandbox', 'web', 'worker'].map((name) => findProgram(server, name)),
  )
  const pids = [server.pid, readPostmasterPid(), ...programs.map(({ pid }) => pid)]
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await server.exited
  await startWhole()
})

test('starts after it was killed while the database was being made', async () => {
  dataDir = join(folder, 'new')
  const server = start()
  await vi.waitFor(() => statSync(join(dataDir, 'postgres.new', 'PG_VERSION')), {
    timeout: 30_000,
    interval: 10,
  })
  server.kill('SIGKILL')
  await server.exited
  await startWhole()
})

test('a second instance on the same folder is refused, and told who holds it', async () => {
  const first = await startWhole()
  const second = start()
  expect(await second.exited).toBe(1)
  expect(second.lines.join('\n')).toContain(`in use by another instance (process ${first.pid})`)
  expect(isAlive((await findProgram(first, 'web')).pid)).toBe(true)
})

test('ends, instead of trying again, when a program says that it is of no use', async () => {
  const server = start({ WEB_GIVES_UP: '1' })
  expect(await server.exited).toBe(1)
  expect(server.lines.filter((line) => line.startsWith('stub web'))).toHaveLength(1)
  expect(server.lines).toContain('the port is in use')
})

test('without sandbox and worker, neither is started', async () => {
  const server = start({ SANDBOX: 'off', WORKER: 'off' })
  await server.waitFor(/ready: open/)
  server.kill('SIGINT')
  await server.exited
  expect(server.lines.filter((line) => /^stub (sandbox|worker)/.test(line))).toEqual([])
})

test('an environment with faults stops it before anything is made', async () => {
  const server = start({ PORT: 'many', SANDBOX: 'perhaps' })
  expect(await server.exited).toBe(1)
  expect(server.lines.join('\n')).toMatch(/PORT must be[\s\S]*SANDBOX must be/)
})
