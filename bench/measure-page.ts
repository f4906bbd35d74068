import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { authCookies } from '@/lib/auth/cookie-names'
import { sealSessionToken } from '@/lib/auth/session-token'
import { createSession } from '@/lib/data/sessions/create-session'
import { getDb } from '@/lib/db/client'
import { findFreePort } from '@/lib/db/embedded/free-port'
import { paths } from '@/lib/paths'
import { inTurns } from './in-turns'
import { percentiles } from './live-readers'

const rounds = 200
const rowsOnPage = 50

type Measured = { page: { p50: number; p95: number }; fixed: { p50: number; p95: number } }

/**
 * How long the server takes for the history’s first page, from request to last byte, beside the same page of a web process
 * that is told its rows from memory. Both are production builds on the database that `DATABASE_URL` names.
 */
export async function measurePage(): Promise<Measured> {
  execFileSync(process.execPath, ['script/build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] })
  const { id: userId } = await getDb().user.findFirstOrThrow({ select: { id: true } })
  const { id } = await createSession({ userId, address: '127.0.0.1', userAgent: 'bench' })
  const token = await sealSessionToken({ userId, sessionId: id })
  const cookie = `${authCookies().sessionToken.name}=${token}`
  const [ours, peer] = await Promise.all([
    startWeb([]),
    startWeb(['--import', './bench/fixed-rows.ts']),
  ])
  try {
    const open = (url: string) => async () => {
      const page = await (await fetch(`${url}${paths.reports}`, { headers: { cookie } })).text()
      const rows = page.match(/<tr [^>]*data-row=/g)?.length ?? 0
      if (rows !== rowsOnPage) throw new Error(`The page had ${rows} rows.`)
    }
    await inTurns(rounds / 4, open(ours.url), open(peer.url))
    const [page, fixed] = await inTurns(rounds, open(ours.url), open(peer.url))
    if (ours.fromMemory() > 0 || peer.fromMemory() < rounds)
      throw new Error(`Only ${peer.fromMemory()} pages were told from memory.`)
    return { page: percentiles(page), fixed: percentiles(fixed) }
  } finally {
    await Promise.all([ours, peer].map(({ stop }) => stop()))
  }
}

type Web = {
  url: string
  /** How often `fixed-rows` answered. */
  fromMemory: () => number
  stop: () => Promise<void>
}

async function startWeb(flags: string[]): Promise<Web> {
  const port = await findFreePort()
  const child = fork(join('dist', 'web.js'), [], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: `${port}` },
    execArgv: ['--disable-warning=ExperimentalWarning', ...flags],
  })
  await readiness(child)
  let told = 0
  child.on('message', () => {
    told += 1
  })
  return {
    fromMemory: () => told,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function readiness(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The web process ended.')
  })
  await Promise.race([once(child, 'message'), ended])
  ended.catch(() => undefined)
}
