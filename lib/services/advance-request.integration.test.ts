import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildZip } from '@/lib/archive/test-zip'
import { getReport } from '@/lib/data/reports/get-report'
import { claimRequest } from '@/lib/data/requests/lease'
import { createCallbackToken } from '@/lib/vault/callback-token'
import { getArchiveStore } from './archive-store'
import { handleCallback } from './handle-callback'
import { cancelRequest, refreshRequest, sendAgain } from './request-actions'
import { retryRequest } from './retry-request'
import { createWorld, vonageReport, type World, withFile, worldSecret } from './test-world'
import { getVaultKey } from './vault-key'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.calls.length = 0
  world.faults.length = 0
  await world.db.account.updateMany({ data: { refusedAt: null, removedAt: null } })
  await world.db.$executeRaw`UPDATE "Clock" SET "offsetMs" = 0`
  await world.db.$executeRaw`DELETE FROM "RateLimit"`
})

const running = () => world.inState('running', { requestId: 'r-1', requestStatus: 'PROCESSING' })

describe('queued', () => {
  it('is sent once, with the echo of its own callback, and runs', async () => {
    const id = await world.newRequest()
    world.setJson(200, vonageReport(world.url))
    const row = await world.step(id)
    expect(row.state).toBe('running')
    expect(row.requestId).toBe('ri3p58f-48598ea7-1234-5678-9012-faabd79bdc2e')
    expect(row.dueAt).not.toBeNull()
    expect(world.calls).toHaveLength(1)
    const body = JSON.parse(world.calls[0]?.body ?? '')
    expect(body).toMatchObject({ product: 'SMS', account_id: 'abcd1234', direction: 'outbound' })
    expect(body.date_start).toMatch(/T00:00:00\+00:00$/)
    expect(body.callback_url).toBe(
      `https://reports.example.com/api/callbacks/${createCallbackToken(id, getVaultKey())}`,
    )
    expect(await world.kinds(id)).toEqual(['created', 'submitting', 'accepted', 'status'])
  })

  it('goes back to queued when the create was surely not made', async () => {
    const id = await world.newRequest()
    world.setJson(429, { title: 'Too many requests' })
    const row = await world.step(id)
    expect(row).toMatchObject({ state: 'queued', submittedAt: null, faults: 1 })
    expect(row.dueAt?.getTime()).toBeGreaterThan(Date.now())
  })

  it('stops the account on 401 and sends nothing more until the key is seen to work', async () => {
    const id = await world.newRequest()
    world.setJson(401, { title: 'Unauthorized' })
    expect((await world.step(id)).state).toBe('queued')
    const account = await world.db.account.findUniqueOrThrow({ where: { id: world.accountId } })
    expect(account.refusedAt).not.toBeNull()
    await world.makeDue(id)
    expect((await world.step(id)).state).toBe('queued')
    expect(world.calls).toHaveLength(1)
  })

  it.each([400, 403, 422])('is rejected on %i, with the reason in words', async (status) => {
    const id = await world.newRequest()
    world.setJson(status, {
      title: 'Unprocessable entity',
      instance: 'trace-77',
      invalid_parameters: [{ name: 'country', reason: 'is not valid' }],
    })
    const row = await world.step(id)
    expect(row.state).toBe('rejected')
    expect(row.endedAt).not.toBeNull()
    expect(row.problem).toMatchObject({ instance: 'trace-77' })
  })

  it.each([
    ['a 500', (r: import('node:http').ServerResponse) => r.writeHead(500).end()],
    ['a reset', (r: import('node:http').ServerResponse) => r.destroy()],
    [
      'an unreadable 200',
      (r: import('node:http').ServerResponse) => r.writeHead(200).end('<html>'),
    ],
  ])('is unconfirmed after %s, and never repeated by itself', async (_name, fail) => {
    const id = await world.newRequest()
    world.setAnswer((_call, response) => fail(response))
    const row = await world.step(id)
    expect(row.state).toBe('unconfirmed')
    await world.makeDue(id)
    expect((await world.step(id)).state).toBe('unconfirmed')
    expect(world.calls.filter((call) => call.method === 'POST')).toHaveLength(1)
  })

  it('is cancelled without a call', async () => {
    const id = await world.newRequest()
    await cancelRequest(world.ana, { requestId: id })
    const row = await world.step(id)
    expect(row.state).toBe('cancelled')
    expect(world.calls).toHaveLength(0)
  })
})

describe('submitting', () => {
  it('found by another worker is unconfirmed, not sent again', async () => {
    const id = await world.inState('submitting', { submittedAt: new Date() })
    expect((await world.step(id)).state).toBe('unconfirmed')
    expect(world.calls).toHaveLength(0)
  })

  it('remembers a cancel and carries it out once Vonage has the report', async () => {
    const id = await world.newRequest()
    world.setAnswer(async (call, response) => {
      if (call.method === 'POST') await cancelRequest(world.ana, { requestId: id })
      const status = call.method === 'DELETE' ? 'ABORTED' : 'PENDING'
      response.end(JSON.stringify(vonageReport(world.url, { request_status: status })))
    })
    const sent = await world.step(id)
    expect(sent.state).toBe('running')
    expect(sent.dueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 50)
    expect((await world.step(id)).state).toBe('cancelled')
  })
})

describe('unconfirmed', () => {
  const unconfirmed = () => world.inState('unconfirmed', { dueAt: null, submittedAt: new Date() })
  const echo = (id: string) => ({
    callback_url: `https://reports.example.com/api/callbacks/${createCallbackToken(id, getVaultKey())}`,
  })

  it('adopts the report that a callback names when its echoed callback is ours', async () => {
    const id = await unconfirmed()
    const token = createCallbackToken(id, getVaultKey())
    expect(await handleCallback(token, { request_id: 'found-1' })).toBe(true)
    world.setJson(200, vonageReport(world.url, { request_id: 'found-1', ...echo(id) }))
    expect(await world.step(id)).toMatchObject({ state: 'running', requestId: 'found-1' })
    expect(await world.kinds(id)).toContain('adopted')
  })

  it('adopts nothing when the echo names another', async () => {
    const id = await unconfirmed()
    await handleCallback(createCallbackToken(id, getVaultKey()), { request_id: 'other-1' })
    world.setJson(200, vonageReport(world.url, { request_id: 'other-1', ...echo(randomUUID()) }))
    expect(await world.step(id)).toMatchObject({
      state: 'unconfirmed',
      requestId: null,
      candidateRequestId: null,
    })
  })

  it.each([
    [true, 'most likely made and billed'],
    [false, 'lists no such report'],
  ])(
    'shows what Reports usage tells (listed: %s), and does nothing by itself',
    async (listed, says) => {
      const id = await unconfirmed()
      await world.makeDue(id)
      const { dateStart, dateEnd } = await world.row(id)
      const usage = {
        id: 'elsewhere',
        date_received: new Date().toISOString(),
        job_type: 'ASYNC_JOB',
        request_product: 'SMS',
        request_params: {
          product: 'SMS',
          account_id: 'abcd1234',
          date_start: listed ? dateStart.toISOString() : '2026-01-01T00:00:00+00:00',
          date_end: dateEnd.toISOString(),
        },
      }
      world.setJson(200, { request_status: 'SUCCESS', items_count: 1, records: [usage] })
      const row = await world.step(id)
      expect(row.state).toBe('unconfirmed')
      expect(JSON.stringify(row.problem)).toContain(says)
      expect(row.dueAt === null).toBe(listed)
      expect(world.calls.map((call) => call.method)).toEqual(['GET', 'GET'])
    },
  )

  it('is sent again only when a person says so', async () => {
    const id = await unconfirmed()
    await sendAgain(world.ana, { requestId: id })
    world.setJson(200, vonageReport(world.url))
    expect((await world.step(id)).state).toBe('running')
    await expect(sendAgain(world.ana, { requestId: id })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('can be given up', async () => {
    const id = await unconfirmed()
    await cancelRequest(world.ana, { requestId: id })
    expect((await world.row(id)).state).toBe('cancelled')
  })
})

describe('running', () => {
  it.each(['PENDING', 'PROCESSING', 'HALF-DONE'])('stays running on %s', async (status) => {
    const id = await running()
    world.setJson(200, vonageReport(world.url, { request_id: 'r-1', request_status: status }))
    expect(await world.step(id)).toMatchObject({ state: 'running', requestStatus: status })
  })

  it.each([
    ['FAILED', 'failed'],
    ['ABORTED', 'cancelled'],
    ['TRUNCATED', 'failed'],
  ])('ends on %s as %s', async (status, state) => {
    const id = await running()
    world.setJson(200, vonageReport(world.url, { request_status: status }))
    expect((await world.step(id)).state).toBe(state)
  })

  it('keeps its state over faults and tells of them', async () => {
    const id = await running()
    world.setJson(503, {})
    await world.step(id)
    await world.makeDue(id)
    const row = await world.step(id)
    expect(row).toMatchObject({ state: 'running', faults: 2 })
    expect(row.problem).not.toBeNull()
  })

  it('asks on after a 404 within 4 days, and has expired after them', async () => {
    const id = await running()
    world.setJson(404, { title: 'Invalid report ID' })
    const row = await world.step(id)
    expect(row.state).toBe('running')
    expect(row.problem).not.toBeNull()
    await world.moveClock(4 * 24 * 3600_000 + 60_000)
    expect((await world.step(id)).state).toBe('expired')
  })

  it('cancels at Vonage; a 409 shows the real end', async () => {
    const id = await running()
    await cancelRequest(world.ana, { requestId: id })
    world.setAnswer((call, response) =>
      call.method === 'DELETE'
        ? response.writeHead(409).end('{}')
        : response.end(JSON.stringify(vonageReport(world.url, { request_status: 'FAILED' }))),
    )
    expect(await world.step(id)).toMatchObject({ state: 'failed', cancelRequestedAt: null })
    expect(world.calls.map((call) => call.method)).toEqual(['DELETE', 'GET'])
    expect(await world.kinds(id)).toEqual(
      expect.arrayContaining(['cancel-requested', 'cancel-too-late', 'failed']),
    )
  })

  it('is asked about at once when a person refreshes', async () => {
    const id = await running()
    await world.db.reportRequest.update({
      where: { id },
      data: { dueAt: new Date(Date.now() + 60_000) },
    })
    await refreshRequest(world.ana, { requestId: id })
    world.setJson(200, vonageReport(world.url, { request_status: 'PROCESSING' }))
    await world.step(id)
    expect(world.calls).toHaveLength(1)
  })
})

describe('archiving', () => {
  const zip = buildZip('"id","text"\n"1","two\nlines"\n"2","x"\n')
  const archiving = (data: object = {}) =>
    world.inState('archiving', {
      requestId: 'r-1',
      requestStatus: 'SUCCESS',
      downloadUrl: `${world.url}/v3/media/file-1`,
      finishedSeenAt: new Date(),
      fileDeadline: new Date(Date.now() + 72 * 3600_000),
      ...data,
    })
  const serve = (file: Buffer, link = withFile(world.url)) =>
    world.setAnswer((call, response) =>
      call.path.startsWith('/v3/media/')
        ? response.end(file)
        : response.end(
            JSON.stringify(vonageReport(world.url, { request_status: 'SUCCESS', ...link })),
          ),
    )

  it('brings the file home bit for bit, with its rows counted', async () => {
    const id = await archiving()
    serve(zip)
    expect((await world.step(id)).state).toBe('ready')
    const archive = await world.db.archive.findUniqueOrThrow({ where: { requestId: id } })
    expect(archive.sha256).toBe(createHash('sha256').update(zip).digest('hex'))
    expect(Number(archive.rows)).toBe(2)
    expect((await getArchiveStore().stat(archive.storeKey))?.bytes).toBe(zip.length)
  })

  it('fetches a damaged file again, with the link asked for anew', async () => {
    const id = await archiving()
    serve(zip.subarray(0, zip.length - 10))
    const row = await world.step(id)
    expect(row).toMatchObject({ state: 'archiving', faults: 1 })
    serve(zip)
    await world.makeDue(id)
    expect((await world.step(id)).state).toBe('ready')
  })

  it('sends no credentials to a link elsewhere', async () => {
    const id = await archiving({ downloadUrl: 'https://elsewhere.example.com/v3/media/file-1' })
    serve(zip)
    expect((await world.step(id)).state).toBe('archiving')
    expect(world.calls).toHaveLength(0)
  })

  it('keeps a truncated file as ready', async () => {
    const id = await running()
    world.setJson(
      200,
      vonageReport(world.url, { request_status: 'TRUNCATED', ...withFile(world.url) }),
    )
    expect((await world.step(id)).state).toBe('archiving')
    serve(zip)
    expect(await world.step(id)).toMatchObject({ state: 'ready', requestStatus: 'TRUNCATED' })
  })

  it('knows of a truncated file from when to when it goes, of a whole one it needn’t', async () => {
    const times = buildZip(
      '"id","date_received"\n"1","2026-06-01T00:00:05+00:00"\n"2","2026-06-02T10:00:00+00:00"\n',
    )
    serve(times)
    const archiveOf = async (requestStatus: string) => {
      const id = await archiving({ requestStatus })
      expect((await world.step(id)).state).toBe('ready')
      return world.db.archive.findUniqueOrThrow({ where: { requestId: id } })
    }
    expect(await archiveOf('TRUNCATED')).toMatchObject({
      firstRecordAt: new Date('2026-06-01T00:00:05Z'),
      lastRecordAt: new Date('2026-06-02T10:00:00Z'),
      recordOrder: 'ascending',
    })
    expect(await archiveOf('SUCCESS')).toMatchObject({ lastRecordAt: null, recordOrder: null })
  })

  it('has expired when the 72 hours are over', async () => {
    const id = await archiving()
    await world.moveClock(72 * 3600_000 + 60_000)
    expect((await world.step(id)).state).toBe('expired')
    expect(world.calls).toHaveLength(0)
  })

  it('is not changed any more once it is ready', async () => {
    const id = await archiving()
    serve(zip)
    await world.step(id)
    expect(await handleCallback(createCallbackToken(id, getVaultKey()), {})).toBe(true)
    await world.makeDue(id)
    world.setJson(200, vonageReport(world.url, { request_status: 'FAILED' }))
    expect((await world.step(id)).state).toBe('ready')
  })
})

describe('a refused account', () => {
  const refuse = () =>
    world.db.account.updateMany({ data: { refusedAt: new Date(), refusal: { title: 'No' } } })
  const account = () => world.db.account.findUniqueOrThrow({ where: { id: world.accountId } })

  it('is still asked about what runs, and heals when Vonage takes its key again', async () => {
    const id = await running()
    const waiting = await world.newRequest()
    await world.db.reportRequest.update({
      where: { id: waiting },
      data: { dueAt: new Date(Date.now() + 900_000) },
    })
    await refuse()
    world.setJson(200, vonageReport(world.url, { request_status: 'PROCESSING' }))
    expect((await world.step(id)).state).toBe('running')
    expect((await account()).refusedAt).toBeNull()
    expect((await world.row(waiting)).dueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 100)
  })

  it('is not refused by a late answer to the secret that was replaced', async () => {
    const id = await running()
    world.setAnswer(async (_call, response) => {
      await world.db.account.updateMany({ data: { checkedAt: new Date(Date.now() + 1000) } })
      response.writeHead(401).end('{}')
    })
    await world.step(id)
    expect((await account()).refusedAt).toBeNull()
    await world.db.account.updateMany({ data: { checkedAt: null } })
  })
})

describe('a report that Vonage does not finish', () => {
  it('is shown after three hours, told once, and followed on', async () => {
    const id = await world.inState('running', {
      requestId: 'r-1',
      requestStatus: 'PROCESSING',
      submittedAt: new Date(Date.now() - 2.9 * 3600_000),
    })
    world.setJson(200, vonageReport(world.url, { request_status: 'PROCESSING' }))
    expect(await world.step(id)).toMatchObject({ state: 'running', problem: null })
    await world.db.reportRequest.update({
      where: { id },
      data: { submittedAt: new Date(Date.now() - 3.1 * 3600_000) },
    })
    for (let look = 0; look < 2; look++) {
      await world.makeDue(id)
      const row = await world.step(id)
      expect(row).toMatchObject({
        state: 'running',
        problem: { title: 'Vonage has been at this report for hours.' },
      })
      expect(row.dueAt).not.toBeNull()
    }
    expect((await world.kinds(id)).filter((kind) => kind === 'trouble')).toHaveLength(1)
    world.setJson(200, vonageReport(world.url, { request_status: 'FAILED' }))
    await world.makeDue(id)
    expect((await world.step(id)).state).toBe('failed')
  })
})

describe('the rate limit', () => {
  it('a create whose slot was used up while it was written down takes another, or waits in the queue', async () => {
    const [first, second] = [await world.newRequest(), await world.newRequest()]
    const slow = async (id: string, work: () => Promise<void>) => {
      // The mark is written while the row is locked by someone else.
      const locked = Promise.withResolvers<void>()
      const holding = world.db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Report" WHERE "id" = (SELECT "reportId" FROM "ReportRequest" WHERE "id" = ${id}::uuid) FOR UPDATE`
        locked.resolve()
        await new Promise((resolve) => setTimeout(resolve, 800))
        await work()
      })
      await locked.promise
      const row = await world.step(id)
      await holding
      return row
    }
    const taken = async () => (await world.db.rateLimit.findFirstOrThrow()).nextAt.getTime()
    world.setJson(202, vonageReport(world.url))
    const sent = await slow(first, async () => undefined)
    expect(sent.state).toBe('running')
    // Its second slot was taken at the time of the call, not before.
    expect(await taken()).toBeGreaterThan((sent.submittedAt?.getTime() ?? 0) + 800)

    const calls = world.calls.length
    const waits = await slow(second, async () => {
      await world.db
        .$executeRaw`UPDATE "RateLimit" SET "nextAt" = clock_timestamp() + interval '1 minute'`
    })
    expect(waits).toMatchObject({ state: 'queued', submittedAt: null })
    expect(world.calls).toHaveLength(calls)
    expect(await world.kinds(second)).toEqual(['created', 'submitting', 'requeued'])
    await world.db.rateLimit.deleteMany()
  })
})

describe('leases', () => {
  it('a create’s answer is written down even when its lease was lost', async () => {
    const id = await world.newRequest()
    world.setAnswer(async (_call, response) => {
      await world.moveClock(60_000)
      await world.makeDue(id)
      expect(await claimRequest(id)).not.toBeNull()
      response.end(JSON.stringify(vonageReport(world.url, { request_id: 'known-1' })))
    })
    expect(await world.step(id)).toMatchObject({ state: 'running', requestId: 'known-1' })
  })

  it('one request is in one worker’s hands', async () => {
    const id = await running()
    const claims = await Promise.all([claimRequest(id), claimRequest(id), claimRequest(id)])
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('a worker whose lease ran out and went to another can write nothing', async () => {
    const id = await running()
    world.setAnswer(async (_call, response) => {
      await world.moveClock(60_000)
      expect(await claimRequest(id)).not.toBeNull()
      response.end(JSON.stringify(vonageReport(world.url, { request_status: 'FAILED' })))
    })
    expect((await world.step(id)).state).toBe('running')
  })

  it('is not taken before it is due', async () => {
    const id = await running()
    await world.db.reportRequest.update({
      where: { id },
      data: { dueAt: new Date(Date.now() + 60_000) },
    })
    expect(await claimRequest(id)).toBeNull()
  })
})

describe('people', () => {
  const viewer = () => ({ ...world.ana, role: 'viewer' as const })

  it('who may not, can’t cancel, retry, refresh or send again', async () => {
    const id = await running()
    for (const act of [cancelRequest, retryRequest, refreshRequest, sendAgain])
      await expect(act(viewer(), { requestId: id })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('retry a failed request by a new one in its place, once, however often they click', async () => {
    const id = await world.inState('failed', { dueAt: null })
    const made = await Promise.all([1, 2, 3].map(() => retryRequest(world.ana, { requestId: id })))
    expect(new Set(made.map(({ requestId }) => requestId)).size).toBe(1)
    const fresh = await world.row(made[0]?.requestId ?? '')
    const old = await world.row(id)
    expect(fresh).toMatchObject({
      reportId: old.reportId,
      state: 'queued',
      product: old.product,
      dateStart: old.dateStart,
      filters: old.filters,
    })
    expect(old).toMatchObject({ state: 'failed', replacedById: fresh.id })
    const report = await getReport(world.ana, old.reportId)
    expect(report).toMatchObject({
      requestCount: 1,
      stateCounts: { queued: 1 },
      request: { id: fresh.id },
    })
    expect(report?.events.map(({ kind }) => kind)).toContain('retried')
    await expect(retryRequest(world.ana, { requestId: fresh.id })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('can give up a request whose cancel was overtaken by a lost answer', async () => {
    const id = await world.inState('unconfirmed', { dueAt: null, cancelRequestedAt: new Date() })
    const { reportId } = await world.row(id)
    expect((await getReport(world.ana, reportId))?.request?.actions.cancel).toBe(true)
  })

  it('are not told that nothing was billed after a first create may have been made', async () => {
    const id = await world.newRequest()
    world.setAnswer((_call, response) => response.destroy())
    expect((await world.step(id)).state).toBe('unconfirmed')
    await sendAgain(world.ana, { requestId: id })
    await cancelRequest(world.ana, { requestId: id })
    const event = await world.db.event.findFirstOrThrow({
      where: { requestId: id, kind: 'cancelled' },
    })
    expect(JSON.stringify(event.data)).not.toContain('Nothing was billed')
  })

  it('never see the secret in a row, an event or a log', async () => {
    const rows = await world.db.reportRequest.findMany()
    const events = await world.db.event.findMany()
    expect(
      JSON.stringify([rows, events, world.faults], (_k, v) =>
        typeof v === 'bigint' ? String(v) : v,
      ),
    ).not.toContain(worldSecret)
  })
})

describe('callbacks', () => {
  it('are not missed while a worker’s look is under way', async () => {
    const id = await running()
    world.setAnswer(async (_call, response) => {
      await handleCallback(createCallbackToken(id, getVaultKey()), {})
      response.end(JSON.stringify(vonageReport(world.url, { request_status: 'PROCESSING' })))
    })
    expect((await world.step(id)).dueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 100)
  })

  it('are taken only with the right token, whatever their body', async () => {
    const id = await running()
    const token = createCallbackToken(id, getVaultKey())
    expect(await handleCallback(`${token.slice(0, -1)}x`, {})).toBe(false)
    expect(await handleCallback(createCallbackToken(randomUUID(), getVaultKey()), {})).toBe(false)
    for (const body of [null, 'x', { request_id: '../../x' }, { request_id: 7 }])
      expect(await handleCallback(token, body)).toBe(true)
  })
})
