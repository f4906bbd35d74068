import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createSession } from '@/lib/data/sessions/create-session'
import { createUser } from '@/lib/data/users/create-user'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { ReportChange } from '@/lib/schemas/live'
import { createHub, type Hub } from './hub'
import type { WatchedSession } from './session-watch'

let database: TestDatabase
let userId: string
let accountId: string
let hub: Hub
beforeAll(async () => {
  database = await createTestDatabase()
  const name = { name: 'Ana', email: 'ana@example.com', passwordHash: 'x' }
  userId = (await createUser({ ...name, role: 'admin' })).id
  const account = { environment: 'live' as const, apiKey: 'abcd1234', secretTail: '' }
  accountId = (await getDb().account.create({ data: { label: 'Main', ...account } })).id
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})
beforeEach(() => {
  hub = createHub(pino({ level: 'silent' }))
})
afterEach(() => hub.close())

async function addSession() {
  const session = { userId, address: '127.0.0.1', userAgent: 'test' }
  return { id: userId, sessionId: (await createSession(session)).id }
}

async function addReport(): Promise<string> {
  const report = await getDb().report.create({
    data: {
      formId: randomUUID(),
      createdById: userId,
      title: 'SMS',
      timeZone: 'UTC',
      parameters: {},
      requests: {
        create: {
          accountId,
          product: 'SMS',
          targetAccountId: 'abcd1234',
          dateStart: new Date('2026-06-01'),
          dateEnd: new Date('2026-07-01'),
          filters: {},
        },
      },
    },
  })
  return report.id
}

async function change(reportId: string): Promise<ReportChange> {
  await getDb().reportRequest.updateMany({
    where: { reportId },
    data: { version: { increment: 1 } },
  })
  const { version } = await getDb().report.findUniqueOrThrow({ where: { id: reportId } })
  return [reportId, version]
}

/** @param session opens at once, without a wait for the database */
function openFor(session: WatchedSession) {
  const frames = readFrames(hub.openStream(session, () => {}).body)
  /** Reads on until a frame of this kind. */
  const until = async (kind: string): Promise<{ passed: string[]; data: unknown }> => {
    const passed: string[] = []
    for (;;) {
      const { value, done } = await frames.next()
      if (done) throw new Error(`The stream ended after ${passed}, without ${kind}`)
      if (value.kind === kind) return { passed, data: value.data }
      passed.push(value.kind)
    }
  }
  return {
    ...session,
    until,
    /** Reads on until it was told of this version or a later one. */
    untilChange: async ([id, version]: ReportChange): Promise<void> => {
      for (;;) {
        const changes = (await until('changes')).data as ReportChange[]
        if (changes.some((told) => told[0] === id && told[1] >= version)) return
      }
    },
    /** Waits until the stream has ended. @returns the kinds that were left */
    rest: async () => {
      const kinds: string[] = []
      for await (const { kind } of frames) kinds.push(kind)
      return kinds
    },
  }
}

/** A stream of a session of its own, from when the hub listens. */
async function open() {
  const stream = openFor(await addSession())
  const { data } = await stream.until('hello')
  if (!(data as { listening: boolean }).listening) await stream.until('resync')
  return stream
}

async function* readFrames(body: ReadableStream<Uint8Array>) {
  const texts = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string>)
  for await (const text of texts) {
    const [, kind = '', data = ''] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(text) ?? []
    yield { kind, data: JSON.parse(data) }
  }
}

/** What the database itself says of our connections. */
async function breakConnection(): Promise<number> {
  const rows = await getDb().$queryRaw<{ pid: number }[]>`
    SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'reports-web-live' AND datname = current_database()`
  return rows.length
}

it('tells every stream what was committed, with its version', async () => {
  const reportId = await addReport()
  const streams = [await open(), await open(), await open()]
  const changed = await change(reportId)
  for (const { untilChange } of streams) await untilChange(changed)
})

it('begins with hello, which says whether it listens yet, and tells when it does', async () => {
  const session = await addSession()
  hub.close()
  hub = createHub(pino({ level: 'silent' }))
  const early = openFor(session)
  expect(await early.until('hello')).toEqual({ passed: [], data: { listening: false } })
  await early.until('resync')
  const late = openFor(session)
  expect(await late.until('hello')).toEqual({ passed: [], data: { listening: true } })
})

it('nothing is missed when the connection to the database breaks', async () => {
  const reportId = await addReport()
  const stream = await open()
  // All that came before has been told.
  await stream.untilChange(await change(reportId))
  expect(await breakConnection()).toBe(1)
  // Told to nobody: the connection is gone.
  await change(reportId)
  const { passed } = await stream.until('resync')
  expect(passed[0]).toBe('deaf')
  const changed = await change(reportId)
  await stream.untilChange(changed)
  const rows = await getDb().$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM pg_stat_activity
    WHERE application_name = 'reports-web-live' AND datname = current_database()`
  expect(rows[0]?.n).toBe(1n)
})

it('ends the streams of an ended session at once, and lets the person’s others be', async () => {
  const [first, second, other] = [await open(), await open(), await open()]
  const endSession = async ({ sessionId, rest }: typeof first) => {
    await getDb().session.update({ where: { id: sessionId }, data: { endedAt: new Date() } })
    expect(await rest()).toEqual(['end'])
  }
  await endSession(first)
  // The look that comes every 3 s was just made, if it was that which ended the first.
  const before = performance.now()
  await endSession(second)
  expect(performance.now() - before).toBeLessThan(2_000)
  const changed = await change(await addReport())
  await other.untilChange(changed)
})

it('ends them, too, when the database never tells', async () => {
  const stream = await open()
  await getDb().$executeRaw`ALTER TABLE "Session" DISABLE TRIGGER "Session_ended"`
  const before = performance.now()
  await getDb().session.update({
    where: { id: stream.sessionId },
    data: { endedAt: new Date() },
  })
  expect(await stream.rest()).toEqual(['end'])
  expect(performance.now() - before).toBeLessThan(5_000)
  await getDb().$executeRaw`ALTER TABLE "Session" ENABLE TRIGGER "Session_ended"`
})

it('ends all of a person that is switched off, downloads included', async () => {
  const name = { name: 'Ben', email: 'ben@example.com', passwordHash: 'x' }
  const { id } = await createUser({ ...name, role: 'analyst' })
  const session = await createSession({ userId: id, address: '', userAgent: '' })
  const ended = Promise.withResolvers<void>()
  hub.watchSession({ id, sessionId: session.id }, () => ended.resolve())
  await getDb().user.update({ where: { id }, data: { disabledAt: new Date() } })
  await ended.promise
})

it('opens 20 streams for a person, no more, and again when one has gone', async () => {
  const session = await addSession()
  const streams = Array.from({ length: 20 }, () => hub.openStream(session, () => {}))
  expect(() => hub.openStream(session, () => {})).toThrow(/20 live connections/)
  streams[7]?.close()
  hub.openStream(session, () => {})
  expect(() => hub.openStream(session, () => {})).toThrow(/20 live connections/)
})

it('closes every stream with itself', async () => {
  const streams = [await open(), await open()]
  hub.close()
  for (const { rest } of streams) expect(await rest()).not.toContain('end')
})
