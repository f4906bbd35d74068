import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { openBundle } from './open-bundle'
import { openMergedCsv } from './open-merged-csv'
import { openReportDownload } from './open-report-download'
import { addReport, addRequest, findFile } from './test-files'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex')
const row = (id: number, time: string) => `"${id}","${time}"`
const sms = (...rows: string[]) => ['"id","date_received"', ...rows, ''].join('\n')
const read = async (body: Readable | null) => (body ? buffer(body) : Buffer.alloc(0))
const asked = { range: null, ifRange: null, ifNoneMatch: null, headersOnly: false }

async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const opened = await yauzl.fromBufferPromise(zip)
  for await (const one of opened.eachEntry())
    files.set(one.fileName, await buffer(await opened.openReadStreamPromise(one)))
  return files
}

async function bundle(...ids: string[]) {
  const { headers, bytes, body } = await openBundle(world.ana, ids, false)
  const zip = await read(body)
  const files = await unzip(zip)
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
  return { headers, bytes, zip, files, manifest, name: headers['content-disposition'] ?? '' }
}

/** A report of two products with one file missing. */
async function addMixed() {
  const reportId = await addReport(world, 'Everything · Main')
  const may = {
    dateStart: new Date('2026-05-31T00:00:00Z'),
    dateEnd: new Date('2026-06-01T00:00:00Z'),
  }
  const second = await addRequest(world, { reportId }, sms(row(2, '2026-06-01T01:00:00Z')))
  const first = await addRequest(world, { reportId, ...may }, sms(row(1, '2026-05-31T01:00:00Z')))
  const inbound = await addRequest(
    world,
    { reportId, direction: 'inbound' },
    '"id","from","date_received"\n"3","44","2026-06-01T02:00:00Z"\n',
  )
  const calls = await addRequest(
    world,
    { reportId, product: 'VOICE-CALL', direction: null },
    '"call_id"\n"c1"\n',
  )
  const failed = await addRequest(world, {
    reportId,
    direction: 'inbound',
    ...may,
    state: 'failed',
    problem: { title: 'Vonage gave up.' },
  })
  return { reportId, first, second, inbound, calls, failed }
}

describe('openBundle', () => {
  it('gives every file bit for bit with a manifest that its hashes prove', async () => {
    const { reportId, first, failed } = await addMixed()
    const { bytes, zip, files, manifest, name } = await bundle(reportId)
    expect(zip.length).toBe(bytes)
    expect(name).toMatch(/filename="Everything-Main_[0-9a-f]{8}_partial_4-of-5\.zip"/)
    expect([...files.keys()]).toHaveLength(6)
    const [report] = manifest.reports
    expect(manifest).toMatchObject({ complete: false, rows: 4 })
    expect(report).toMatchObject({ id: reportId, title: 'Everything · Main', askedBy: 'Ana' })
    for (const file of report.files) {
      const content = files.get(file.path) ?? Buffer.alloc(0)
      expect([sha256(content), content.length]).toEqual([file.sha256, file.bytes])
    }
    const original = await readFile(await findFile(world, first))
    const described = report.files.find((file: { request: string }) => file.request === first)
    expect(files.get(described.path)?.equals(original)).toBe(true)
    expect(described).toMatchObject({
      rows: 1,
      columns: ['id', 'date_received'],
      parameters: { product: 'SMS', direction: 'outbound', date_start: '2026-05-31T00:00:00.000Z' },
    })
    expect(report.missing).toMatchObject([{ request: failed, reason: 'Failed. Vonage gave up.' }])
  })

  it('unpacks by the usual tools, whose check of the hashes passes', async () => {
    const { reportId } = await addMixed()
    const { zip } = await bundle(reportId)
    const dir = await mkdtemp(join(tmpdir(), 'bundle-'))
    await writeFile(join(dir, 'all.zip'), zip)
    execFileSync('unzip', ['-q', 'all.zip'], { cwd: dir })
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: dir }).toString()
    expect(checked.match(/: OK/g)).toHaveLength(4)
    await rm(dir, { recursive: true })
  })

  it('gives the files of several reports in a folder for each, and writes down who took them', async () => {
    const a = await addMixed()
    const b = await addMixed()
    const { files, manifest, name } = await bundle(a.reportId, b.reportId)
    expect(name).toMatch(/filename="2-reports_partial_8-of-10\.zip"/)
    const folders = new Set([...files.keys()].map((path) => path.split('/').slice(0, -1).join()))
    expect(folders.size).toBe(3)
    expect(manifest.reports.map(({ id }: { id: string }) => id)).toEqual([a.reportId, b.reportId])
    for (const reportId of [a.reportId, b.reportId]) {
      const events = await world.db.event.findMany({ where: { reportId, kind: 'downloaded' } })
      expect(events).toMatchObject([{ actorName: 'Ana', data: { format: 'ZIP, 4 of 5 files' } }])
      const audit = await world.db.auditEntry.findMany({ where: { subjectId: reportId } })
      expect(audit).toMatchObject([{ kind: 'file.downloaded', actorName: 'Ana' }])
    }
  })

  it('cuts what is kept of an earlier report to its range, and says where it is from', async () => {
    const earlier = await addReport(world)
    const source = await addRequest(
      world,
      { reportId: earlier, dateEnd: new Date('2026-06-03T00:00:00Z') },
      sms(
        row(1, '2026-06-01T23:59:59Z'),
        row(2, '2026-06-02T00:00:00Z'),
        row(3, '2026-06-02T01:00:00Z'),
      ),
    )
    const reportId = await addReport(world)
    const part = { reportId, sourceId: source, mayHaveChanged: true }
    const days = (from: number, to: number) => ({
      dateStart: new Date(Date.UTC(2026, 5, from)),
      dateEnd: new Date(Date.UTC(2026, 5, to)),
    })
    await world.db.keptPart.create({ data: { ...part, ...days(2, 3) } })
    const { files, manifest, bytes } = await bundle(reportId)
    expect(bytes).toBeNull()
    const [file] = manifest.reports[0].files
    expect(file.path).toMatch(/^SMS_outbound_abcd1234_2026-06-02_2026-06-02_[0-9a-f]{8}_kept\.csv$/)
    const content = files.get(file.path) ?? Buffer.alloc(0)
    expect(content.toString()).toBe(
      sms(row(2, '2026-06-02T00:00:00Z'), row(3, '2026-06-02T01:00:00Z')),
    )
    expect(file).toMatchObject({
      rows: 2,
      bytes: content.length,
      sha256: sha256(content),
      keptFrom: { report: earlier, mayHaveChangedSince: true },
    })
    expect(files.get('SHA256SUMS')?.toString()).toBe(`${sha256(content)}  ${file.path}\n`)

    await world.db.keptPart.updateMany({
      where: { reportId },
      data: { ...days(1, 3), leftOut: ['id'] },
    })
    const without = await bundle(reportId)
    const [cut] = without.manifest.reports[0].files
    expect(without.files.get(cut.path)?.toString()).toBe(
      '"date_received"\n"2026-06-01T23:59:59Z"\n"2026-06-02T00:00:00Z"\n"2026-06-02T01:00:00Z"\n',
    )
    expect(cut).toMatchObject({ rows: 3, keptFrom: { leftOut: ['id'] } })

    await world.db.keptPart.updateMany({ where: { reportId }, data: { leftOut: ['none of it'] } })
    const whole = await bundle(reportId)
    const original = await readFile(await findFile(world, source))
    expect(whole.files.get(whole.manifest.reports[0].files[0].path)?.equals(original)).toBe(true)
  })

  it('names a stored file that is lost, and gives the others', async () => {
    const { reportId, calls } = await addMixed()
    await rm(await findFile(world, calls))
    const { manifest, name } = await bundle(reportId)
    expect(name).toContain('partial_3-of-5')
    const reasons = manifest.reports[0].missing.map(({ reason }: { reason: string }) => reason)
    expect(reasons).toContainEqual(expect.stringMatching(/^The stored file .* is missing\.$/))
  })

  it('breaks when a file is not what it was, and tells the timeline why', async () => {
    const { reportId, calls } = await addMixed()
    const path = await findFile(world, calls)
    const stored = await readFile(path)
    stored[stored.length >> 1] = (stored[stored.length >> 1] ?? 0) ^ 1
    await writeFile(path, stored)
    const { body } = await openBundle(world.ana, [reportId], false)
    await expect(read(body)).rejects.toThrow(/SHA-256/)
    await expect
      .poll(() => world.db.event.findFirst({ where: { reportId, kind: 'download-broken' } }))
      .toMatchObject({ data: { title: expect.stringMatching(/is damaged/) } })
  })

  it('is refused to a viewer and for what is not there', async () => {
    const { reportId } = await addMixed()
    const viewer = { ...world.ana, role: 'viewer' as const }
    for (const open of [
      () => openBundle(viewer, [reportId], false),
      () => openMergedCsv(viewer, [reportId], 'SMS', false),
      () =>
        openReportDownload(
          viewer,
          reportId,
          { format: 'zip', product: null, request: null },
          asked,
        ),
    ])
      await expect(open()).rejects.toMatchObject({ code: 'forbidden' })
    const unknown = '00000000-0000-4000-8000-000000000000'
    await expect(openBundle(world.ana, [reportId, unknown], false)).rejects.toMatchObject({
      code: 'not-found',
    })
    const empty = await addReport(world)
    await addRequest(world, { reportId: empty })
    await expect(openBundle(world.ana, [empty], false)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('openMergedCsv', () => {
  const merged = async (ids: string[], product: string | null) => {
    const { headers, body } = await openMergedCsv(world.ana, ids, product, false)
    return { name: headers['content-disposition'], csv: (await read(body)).toString() }
  }

  it('unites the files of a product in the order of time, and says in its name what is missing', async () => {
    const { reportId } = await addMixed()
    const { name, csv } = await merged([reportId], 'SMS')
    expect(name).toMatch(/"SMS_2026-05-31_2026-06-01_[0-9a-f]{8}_partial_3-of-4\.csv"/)
    expect(csv).toBe(
      [
        '"id","from","date_received"',
        '"3","44","2026-06-01T02:00:00Z"',
        '"1",,"2026-05-31T01:00:00Z"',
        '"2",,"2026-06-01T01:00:00Z"',
        '',
      ].join('\n'),
    )
    const voice = await merged([reportId], 'VOICE-CALL')
    expect(voice).toMatchObject({
      csv: '"call_id"\n"c1"\n',
      name: expect.not.stringContaining('partial'),
    })
  })

  it('asks which product where there are several, and knows one that nobody asked for', async () => {
    const { reportId } = await addMixed()
    await expect(merged([reportId], null)).rejects.toMatchObject({ code: 'invalid' })
    await expect(merged([reportId], 'MESSAGES')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('breaks when a part disappears while it streams, and is never short', async () => {
    const reportId = await addReport(world)
    const wide = 'x'.repeat(400)
    const rows = Array.from({ length: 20_000 }, (_, i) => row(i, wide))
    await addRequest(world, { reportId }, sms(...rows))
    const later = {
      dateStart: new Date('2026-06-02T00:00:00Z'),
      dateEnd: new Date('2026-06-03T00:00:00Z'),
    }
    const second = await addRequest(world, { reportId, ...later }, sms(...rows))
    const { body } = await openMergedCsv(world.ana, [reportId], null, false)
    let seen = 0
    const readAway = async () => {
      for await (const chunk of body ?? []) {
        if (seen === 0) await rm(await findFile(world, second))
        seen += (chunk as Buffer).length
      }
    }
    await expect(readAway()).rejects.toThrow(/is missing/)
    expect(seen).toBeGreaterThan(0)
  })
})

describe('openReportDownload', () => {
  const open = (id: string, wanted: { format: 'zip' | 'csv' | 'zip-all'; request?: string }) =>
    openReportDownload(world.ana, id, { product: null, request: null, ...wanted }, asked)

  it('gives the only file of a report as it is, and one request’s of many by name', async () => {
    const reportId = await addReport(world)
    const only = await addRequest(world, { reportId }, sms(row(1, '2026-06-01T00:00:00Z')))
    const original = await readFile(await findFile(world, only))
    const plain = await open(reportId, { format: 'zip' })
    expect((await read(plain.body)).equals(original)).toBe(true)
    expect(plain.headers.etag).toBe(`"${sha256(original)}"`)

    const { reportId: many, calls } = await addMixed()
    const one = await open(many, { format: 'csv', request: calls })
    expect((await read(one.body)).toString()).toBe('"call_id"\n"c1"\n')
    const all = await open(many, { format: 'zip' })
    expect((await unzip(await read(all.body))).size).toBe(6)
    await expect(open(reportId, { format: 'zip', request: calls })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('leaves out a request that a retry replaced', async () => {
    const reportId = await addReport(world)
    const failed = await addRequest(world, { reportId, state: 'failed' })
    const again = await addRequest(world, { reportId }, sms(row(1, '2026-06-01T00:00:00Z')))
    await world.db.reportRequest.update({ where: { id: failed }, data: { replacedById: again } })
    const { headers } = await open(reportId, { format: 'zip' })
    expect(headers.etag).toBeDefined()
    expect((await bundle(reportId)).manifest).toMatchObject({ complete: true })
  })
})
