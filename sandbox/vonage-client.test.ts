import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Auth } from '@vonage/auth'
import { AsyncReportStatus, Direction, Product, Reports } from '@vonage/reports'
import { Agent, fetch as undiciFetch } from 'undici'
import { afterEach, expect, test, vi } from 'vitest'
import { defaultCredentials } from './options'
import { readRows } from './testing/read-archive'
import { key, makeDataDir, startTestSandbox } from './testing/start-test-sandbox'
import { second } from './times'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Vonage's client downloads from hosts of Vonage only: such a name is led to this machine. */
function leadToThisMachine() {
  const dispatcher = new Agent({
    connect: {
      lookup: (_host, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
    },
  })
  vi.stubGlobal('fetch', (url: string, init: object) => undiciFetch(url, { ...init, dispatcher }))
}

async function start() {
  const sandbox = await startTestSandbox({ volume: 1 })
  const client = new Reports(new Auth(defaultCredentials), { apiHost: sandbox.url() })
  return { ...sandbox, client }
}

const params = {
  product: Product.SMS,
  accountId: key,
  direction: Direction.OUTBOUND,
  dateStart: '2026-10-06T00:00:00Z',
  dateEnd: '2026-10-07T00:00:00Z',
} as const

test('Vonage’s own client creates, follows and downloads a report', async () => {
  const sandbox = await startTestSandbox()
  leadToThisMachine()
  const apiHost = sandbox.url().replace('127.0.0.1', 'api.nexmo.com')
  const client = new Reports(new Auth(defaultCredentials), { apiHost })
  const created = await client.createReport({ ...params, includeMessage: true })
  expect(created.requestStatus).toBe(AsyncReportStatus.PENDING)
  sandbox.time.now += 15 * second
  const done = await client.getReport(created.requestId)
  expect(done).toMatchObject({
    requestStatus: AsyncReportStatus.SUCCESS,
    ...params,
    dateStart: '2026-10-06T00:00:00+00:00',
    dateEnd: '2026-10-07T00:00:00+00:00',
  })
  const path = join(makeDataDir(), 'report.zip')
  await client.getReportData(created.requestId, path)
  const rows = await readRows(readFileSync(path))
  expect(rows).toHaveLength(done.itemsCount)
  expect(rows[0]).toHaveProperty('message_body')
})

test('Vonage’s own client cancels a report, once', async () => {
  const { client } = await start()
  const { requestId } = await client.createReport({ ...params, product: Product.VOICE_CALL })
  expect((await client.cancelReport(requestId)).requestStatus).toBe(AsyncReportStatus.ABORTED)
  await expect(client.cancelReport(requestId)).rejects.toThrow()
})

test('Vonage’s own client reads records, page by page', async () => {
  const { client } = await start()
  const ids: unknown[] = []
  let page = await client.getRecords(params)
  const pages = [page]
  for (;;) {
    ids.push(...(page.records ?? []).map((record) => record.id))
    if (page.requestStatus !== 'TRUNCATED') break
    const { cursor, iv } = page
    page = await client.getRecords({ ...params, cursor, iv } as typeof params)
    pages.push(page)
  }
  expect(pages.length).toBeGreaterThan(2)
  expect(new Set(ids).size).toBe(ids.length)
  expect(pages.reduce((sum, one) => sum + (one.itemsCount ?? 0), 0)).toBe(ids.length)
  const { dateStart, dateEnd, ...byId } = params
  const [record] = pages[0]?.records ?? []
  const found = await client.getRecords({
    ...byId,
    id: `${record?.id},nonsense`,
  } as unknown as typeof params)
  expect(found.records?.[0]?.id).toBe(record?.id)
  expect(found.idsNotFound).toBe('nonsense')
})
