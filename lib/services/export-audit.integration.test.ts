import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { UserActor } from '@/lib/schemas/actor'
import { auditFilterSchema } from '@/lib/schemas/audit'
import { exportAudit } from './export-audit'

const ana: UserActor = { kind: 'user', id: randomUUID(), name: 'Ana', role: 'admin' }
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

async function save(filter: object): Promise<Record<string, string>[]> {
  const { body } = await exportAudit(ana, auditFilterSchema.parse(filter), 'UTC')
  return parse(body ? await text(body) : '', { columns: true })
}

it('saves all that the filter finds, over many batches, and that it was saved', async () => {
  const at = new Date('2026-04-01T00:00:00Z')
  await getDb().auditEntry.createMany({
    data: Array.from({ length: 2_500 }, () => ({
      at,
      kind: 'sign-in.ended',
      actorKind: 'user',
      actorId: ana.id,
      actorName: 'Ana',
      data: {},
    })),
  })
  const lines = await save({ kind: 'sign-in.ended' })
  expect(lines).toHaveLength(2_500)
  expect(new Set(lines.map(({ id }) => id)).size).toBe(2_500)
  expect(lines[0]).toMatchObject({ at: '2026-04-01T00:00:00.000Z', what: 'Signed out' })
  const [own] = await save({ kind: 'audit.exported' })
  expect(own).toMatchObject({ actor: 'Ana', what: 'Saved the audit as CSV (kind: audit.exported)' })
})

it('gives a spreadsheet no formula, whatever strangers call themselves', async () => {
  const mean = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1']
  for (const name of mean)
    await recordAudit(
      getDb(),
      { kind: 'stranger', name, address: name, userAgent: name },
      { kind: 'sign-in.failed', subject: { kind: 'user', id: null, name } },
    )
  const lines = await save({ kind: 'sign-in.failed' })
  expect(lines).toHaveLength(mean.length)
  for (const cell of lines.flatMap((line) => Object.values(line)))
    expect(cell).not.toMatch(/^[=+\-@\t\r＝]/)
})

it('is for admins', async () => {
  for (const role of ['viewer', 'analyst'] as const)
    await expect(
      exportAudit({ ...ana, role }, auditFilterSchema.parse({}), 'UTC'),
    ).rejects.toMatchObject({ code: 'forbidden' })
})
