import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { UserActor } from '@/lib/schemas/actor'
import { type AuditFilter, auditFilterSchema } from '@/lib/schemas/audit'
import { listAudit } from './list-audit'
import { recordAudit } from './record-audit'

const ana: UserActor = {
  kind: 'user',
  id: randomUUID(),
  name: 'Ana',
  role: 'admin',
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0',
}
const ben = { kind: 'user' as const, id: randomUUID(), name: 'Ben', email: 'ben@example.com' }
const stranger = { kind: 'stranger' as const, address: '2001:db8::1', userAgent: '' }
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const db = getDb()
  const at = (text: string) => new Date(text)
  const subject = { kind: 'user' as const, id: ben.id, name: 'Ben (ben@example.com)' }
  await recordAudit(db, ana, { kind: 'sign-in.done', at: at('2026-03-01T23:30:00Z') })
  await recordAudit(
    db,
    { ...stranger, name: 'ben@example.com' },
    {
      kind: 'sign-in.failed',
      subject,
      data: { reason: 'the password was wrong' },
      at: at('2026-03-02T10:00:00Z'),
    },
  )
  await recordAudit(db, ana, {
    kind: 'user.role-changed',
    subject,
    data: { before: 'viewer', role: 'analyst' },
    at: at('2026-03-02T22:59:59.999Z'),
  })
  await recordAudit(
    db,
    { kind: 'console', name: 'Command line' },
    {
      kind: 'password.reset',
      subject,
      data: { enabled: true },
      at: at('2026-03-02T23:00:00Z'),
    },
  )
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

async function find(filter: Partial<AuditFilter>, timeZone = 'UTC'): Promise<string[]> {
  const { rows } = await listAudit(ana, auditFilterSchema.parse(filter), timeZone)
  return rows.map((row) => row.kind)
}

it('tells each entry in a sentence, the newest first', async () => {
  const { rows } = await listAudit(ana, auditFilterSchema.parse({}), 'UTC')
  expect(rows.map(({ actorName, text }) => [actorName, text])).toEqual([
    [
      'Command line',
      'Reset the password of “Ben (ben@example.com)” on the command line, and switched them on',
    ],
    ['Ana', 'Changed the role of “Ben (ben@example.com)” from viewer to analyst'],
    ['ben@example.com', 'Could not sign in: the password was wrong'],
    ['Ana', 'Signed in'],
  ])
  expect(rows[3]).toMatchObject({ address: '203.0.113.7', userAgent: 'Mozilla/5.0' })
})

it('finds by kind and area, by person, as doer and as done to, and by text', async () => {
  expect(await find({ kind: 'sign-in' })).toEqual(['sign-in.failed', 'sign-in.done'])
  expect(await find({ kind: 'sign-in.done' })).toEqual(['sign-in.done'])
  expect(await find({ person: ana.id })).toEqual(['user.role-changed', 'sign-in.done'])
  expect(await find({ person: ben.id })).toEqual([
    'password.reset',
    'user.role-changed',
    'sign-in.failed',
  ])
  expect(await find({ person: 'stranger' })).toEqual(['sign-in.failed'])
  expect(await find({ q: '2001:DB8' })).toEqual(['sign-in.failed'])
  expect(await find({ q: 'role changed' })).toEqual(['user.role-changed'])
  expect(await find({ q: 'was wrong' })).toEqual(['sign-in.failed'])
  expect(await find({ q: '%' })).toEqual([])
})

it('takes days as those of the reader’s zone, the last one whole', async () => {
  expect(await find({ from: '2026-03-02', to: '2026-03-02' })).toEqual([
    'password.reset',
    'user.role-changed',
    'sign-in.failed',
  ])
  expect(await find({ from: '2026-03-02', to: '2026-03-02' }, 'Europe/Madrid')).toEqual([
    'user.role-changed',
    'sign-in.failed',
    'sign-in.done',
  ])
})

it('ignores what it can’t read in an address', async () => {
  const odd = { kind: 'x', person: "'; drop", from: 'yesterday', to: '2026-02-30', cursor: '1_2' }
  expect(auditFilterSchema.parse(odd)).toEqual(auditFilterSchema.parse({}))
})

it('pages by keys, over entries of one moment, too', async () => {
  const at = new Date('2026-04-01T00:00:00Z')
  for (let i = 0; i < 7; i++) await recordAudit(getDb(), ana, { kind: 'sign-in.ended', at })
  const seen = new Set<string>()
  const filter = auditFilterSchema.parse({ kind: 'sign-in.ended' })
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await listAudit(ana, { ...filter, cursor }, 'UTC', 3)
    for (const { id } of page.rows) seen.add(id)
    expect(page.rows.length).toBeLessThanOrEqual(3)
    cursor = page.nextCursor
  }
  expect(seen.size).toBe(7)
})

it('is for admins', async () => {
  for (const role of ['viewer', 'analyst'] as const)
    await expect(
      listAudit({ ...ana, role }, auditFilterSchema.parse({}), 'UTC'),
    ).rejects.toMatchObject({ code: 'forbidden' })
})

it('can be neither changed nor deleted nor emptied, by whatever statement', async () => {
  const db = getDb()
  const before = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
  const tries = [
    'UPDATE "AuditEntry" SET "kind" = \'x\'',
    'UPDATE "AuditEntry" SET "at" = "at" WHERE false OR true',
    'DELETE FROM "AuditEntry"',
    'TRUNCATE "AuditEntry"',
    'TRUNCATE "AuditEntry" CASCADE',
    'INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" ON CONFLICT ("id") DO UPDATE SET "kind" = \'x\'',
    'MERGE INTO "AuditEntry" a USING (SELECT 1) x ON true WHEN MATCHED THEN DELETE',
  ]
  for (const statement of tries)
    await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/neither changed/)
  await expect(db.auditEntry.deleteMany()).rejects.toThrow()
  await expect(db.auditEntry.updateMany({ data: { actorName: 'Eve' } })).rejects.toThrow()
  expect(await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
})

it('stores what strangers send, cut and without what a database does not take', async () => {
  const mean = `\0${'x'.repeat(2_000)}\ud83d`
  await recordAudit(
    getDb(),
    { ...stranger, name: mean, userAgent: mean },
    { kind: 'sign-in.failed', data: { reason: mean } },
  )
  const { rows } = await listAudit(ana, auditFilterSchema.parse({ q: 'xxx' }), 'UTC')
  expect(rows[0]?.actorName).toBe('x'.repeat(500))
})
