import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CurrentUser } from '@/lib/auth/current-user'
import type { ActionResult } from '@/lib/schemas/action-result'
import { type Role, roles } from '@/lib/schemas/rights'
import { createWorld, type World, worldSecret } from '@/lib/services/test-world'
import { actionCases, oldPassword, openActions } from './server-action-cases'

const getCurrentUser = vi.hoisted(() => vi.fn<() => Promise<CurrentUser | null>>())
vi.mock('@/lib/auth/current-user', () => ({ getCurrentUser }))
vi.mock('next/cache', () => ({ revalidatePath: () => {} }))
vi.mock('@/lib/auth/sign-in-from', () => ({
  readSignInFrom: async () => ({ ...whence, previousSessionId: null }),
}))

const whence = { address: '203.0.113.77', userAgent: 'Walker' }
const root = join(import.meta.dirname, '..')
const files = globSync('{app,lib}/**/*.ts', { cwd: root }).filter((path) =>
  readFileSync(join(root, path), 'utf8').startsWith("'use server'"),
)
/** As the cases call it. */
const nameOf = (path: string) => path.replace(/^app\/(\(app\)\/)?/, '')

let world: World
const found = new Map<string, (input: unknown) => Promise<ActionResult<unknown>>>()

beforeAll(async () => {
  world = await createWorld()
  for (const path of files)
    for (const [name, action] of Object.entries(await import(join(root, path))))
      found.set(`${nameOf(path)} ${name}`, action as never)
})
afterAll(() => world.end())

/** A person of the role, with a session of their own. */
async function signInAs(role: Role): Promise<CurrentUser> {
  const email = `${role}-${found.size}-${Math.random()}@example.com`
  const columns = { email, name: `A ${role}`, role }
  const { id } = await world.db.user.create({ data: columns, select: { id: true } })
  const expiresAt = new Date(Date.now() + 3600_000)
  const session = await world.db.session.create({
    data: { userId: id, ...whence, expiresAt },
    select: { id: true },
  })
  const user = { ...columns, id, sessionId: session.id, theme: null, timeZone: null }
  return { kind: 'user', ...user, ...whence }
}

/** What is in every table of ours. */
async function takeSnapshot(): Promise<Record<string, string>> {
  const tables = await world.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      -- What processes count of themselves is added a while later.
      AND table_name <> 'Counter' ORDER BY 1`
  const entries = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await world.db.$queryRawUnsafe<{ all: string | null }[]>(
        `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS all FROM "${name}" t`,
      )
      return [name, row?.all ?? '']
    }),
  )
  return Object.fromEntries(entries)
}

it('every server action is known here, and nothing else', () => {
  expect(files.length).toBeGreaterThan(5)
  expect([...found.keys()].sort()).toEqual(
    [...Object.keys(actionCases), ...Object.keys(openActions)].sort(),
  )
})

describe.each(Object.entries(actionCases))('%s', (name, { may, audit, input }) => {
  const call = (argument: unknown) => {
    const action = found.get(name)
    if (!action) throw new Error(`There is no action ${name}.`)
    return action(argument)
  }

  it('changes nothing for a wrong role, nor without a session', async () => {
    for (const role of [null, ...roles.filter((candidate) => !may.includes(candidate))]) {
      const user = role && (await signInAs(role))
      const argument = await input(world, user ? user.id : world.ana.id)
      getCurrentUser.mockResolvedValue(user)
      const before = await takeSnapshot()
      const calls = world.calls.length
      expect([role, await call(argument)]).toMatchObject([
        role,
        { ok: false, code: role ? 'forbidden' : 'unauthenticated' },
      ])
      expect(await takeSnapshot()).toEqual(before)
      expect(world.calls).toHaveLength(calls)
    }
  })

  it('does it for whoever may, and writes down who, from where, and no secret', async () => {
    for (const role of may) {
      const user = await signInAs(role)
      const argument = await input(world, user.id)
      getCurrentUser.mockResolvedValue(user)
      await world.db.$executeRaw`DELETE FROM "RateLimit"`
      expect([role, await call(argument)]).toMatchObject([role, { ok: true }])
      const entries = await world.db.auditEntry.findMany({ where: { actorId: user.id } })
      expect(entries.map(({ kind }) => kind)).toEqual(audit ? [audit] : [])
      for (const entry of entries) expect(entry).toMatchObject({ ...whence, actorName: user.name })
      const told = JSON.stringify(entries)
      for (const secret of ['anything', 'another secret', oldPassword, 'the new long password'])
        expect(told).not.toContain(secret)
      expect(told).not.toContain(worldSecret)
      await undo()
    }
  })
})

/** What the next role is to find again. */
async function undo(): Promise<void> {
  for (const apiKey of ['newkey01', 'sandbox1'])
    await world.db.account.updateMany({ where: { apiKey }, data: { removedAt: new Date() } })
}
