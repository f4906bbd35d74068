import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/db/test-database'
import { getBoss, stopBoss } from '@/lib/queue/boss'
import type { Actor, UserActor } from '@/lib/schemas/actor'
import type { RequestState } from '@/lib/schemas/states'
import { sealSecret } from '@/lib/vault/seal'
import { findRequestFaults } from '@/lib/vonage/test-contract'
import { advanceRequest } from './advance-request'
import { createReport } from './create-report'
import { reportForm } from './test-form'

export const worldSecret = 'Wor1dS3cret+/=='

type Call = { method: string; path: string; body: string; headers: IncomingMessage['headers'] }
type Answer = (call: Call, response: ServerResponse) => void

/**
 * A database, an upstream that answers as the test says, an account, a person and a worker. Every request that reaches the
 * upstream is held to Vonage's contract; `end` fails when one is not as it says.
 */
export async function createWorld() {
  const calls: Call[] = []
  const contractFaults: string[] = []
  let answer: Answer = (_call, response) => response.writeHead(500).end()
  const upstream = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      body,
      headers: request.headers,
    }
    calls.push(call)
    contractFaults.push(...findRequestFaults(call))
    answer(call, response)
  })
  await new Promise<void>((done) => upstream.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`
  const dataDir = await mkdtemp(join(tmpdir(), 'world-'))
  const vaultKey = randomBytes(32)
  const database = await createTestDatabase()
  Object.assign(process.env, {
    VONAGE_API_URL: url,
    SANDBOX_API_URL: url,
    SANDBOX_API_SECRET: 'S4ndboxS3cret',
    APP_URL: 'https://reports.example.com',
    DATA_DIR: dataDir,
    VAULT_KEY: vaultKey.toString('base64'),
    AUTH_SECRET: randomBytes(32).toString('base64'),
  })
  await getBoss()
  const db = getDb()
  const user = await db.user.create({
    data: { email: 'ana@example.com', name: 'Ana', role: 'admin' },
  })
  const ana: UserActor = { kind: 'user', id: user.id, name: user.name, role: 'admin' }
  const worker: Actor = { kind: 'worker', id: randomUUID(), name: 'Worker' }
  const accountId = randomUUID()
  await db.account.create({
    data: {
      id: accountId,
      label: 'Main',
      environment: 'live',
      apiKey: 'abcd1234',
      secretTail: '',
      secret: {
        create: { sealed: sealSecret(worldSecret, { key: vaultKey, context: accountId }) },
      },
    },
  })
  const faults: unknown[] = []

  return {
    db,
    url,
    ana,
    worker,
    accountId,
    calls,
    faults,
    setAnswer(next: Answer) {
      answer = next
    },
    /** Answers with JSON. */
    setJson(status: number, body: unknown) {
      answer = (_call, response) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    },
    async newRequest(): Promise<string> {
      const { id } = await createReport(ana, reportForm(accountId))
      const request = await db.reportRequest.findFirstOrThrow({ where: { reportId: id } })
      return request.id
    },
    /** Puts a request into a state, as if it had got there. */
    async inState(state: RequestState, data: object = {}): Promise<string> {
      const id = await this.newRequest()
      await db.reportRequest.update({ where: { id }, data: { state, ...data } })
      return id
    },
    row: (id: string) => db.reportRequest.findUniqueOrThrow({ where: { id } }),
    async makeDue(id: string) {
      await db.$executeRaw`UPDATE "ReportRequest" SET "dueAt" = app_now() WHERE "id" = ${id}::uuid`
    },
    async step(id: string, stop: AbortSignal = new AbortController().signal) {
      const log = { error: (fields: object) => faults.push(fields) }
      await advanceRequest(id, { actor: worker, stop, log })
      return db.reportRequest.findUniqueOrThrow({ where: { id } })
    },
    async moveClock(ms: number) {
      await db.$executeRaw`UPDATE "Clock" SET "offsetMs" = "offsetMs" + ${ms}`
    },
    async kinds(id: string): Promise<string[]> {
      const events = await db.event.findMany({ where: { requestId: id }, orderBy: { id: 'asc' } })
      return events.map((event) => event.kind)
    },
    async end() {
      await stopBoss(1000)
      await closeDb()
      await database.drop()
      upstream.closeAllConnections()
      upstream.close()
      await rm(dataDir, { recursive: true, force: true })
      expect(contractFaults).toEqual([])
    },
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

/** A report as Vonage tells of it. */
export function vonageReport(url: string, fields: Record<string, unknown> = {}) {
  return {
    request_id: 'ri3p58f-48598ea7-1234-5678-9012-faabd79bdc2e',
    request_status: 'PENDING',
    receive_time: new Date().toISOString(),
    product: 'SMS',
    account_id: 'abcd1234',
    _links: { self: { href: `${url}/v2/reports/x` } },
    ...fields,
  }
}

export function withFile(url: string) {
  return { _links: { download_report: { href: `${url}/v3/media/file-1` } } }
}
