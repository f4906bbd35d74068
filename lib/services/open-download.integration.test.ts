import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildZip } from '@/lib/archive/test-zip'
import { openDownload } from './open-download'
import { createWorld, vonageReport, type World, withFile } from './test-world'

const csv = '"id","text"\n"1","a ""quoted"" text"\n'
const zip = buildZip(csv)
let world: World
let reportId: string
let path: string
beforeAll(async () => {
  world = await createWorld()
  const id = await world.inState('archiving', {
    requestId: 'r-1',
    downloadUrl: `${world.url}/v3/media/f`,
    finishedSeenAt: new Date(),
    fileDeadline: new Date(Date.now() + 3600_000),
  })
  world.setAnswer((call, response) =>
    response.end(
      call.path.startsWith('/v3/media/')
        ? zip
        : JSON.stringify(vonageReport(world.url, withFile(world.url))),
    ),
  )
  const row = await world.step(id)
  expect(row.state).toBe('ready')
  reportId = row.reportId
  const archive = await world.db.archive.findUniqueOrThrow({ where: { requestId: id } })
  path = join(process.env.DATA_DIR ?? '', 'archives', archive.storeKey)
})
afterAll(() => world.end())

const asked = {
  format: 'zip' as const,
  range: null,
  ifRange: null,
  ifNoneMatch: null,
  headersOnly: false,
}
const read = async (fields: object = {}) => {
  const download = await openDownload(world.ana, reportId, { ...asked, ...fields })
  const body = download.body ? await buffer(download.body) : null
  return { ...download, body }
}

it('gives the archive bit for bit, under a telling name and its hash', async () => {
  const { status, headers, bytes, body } = await read()
  expect(status).toBe(200)
  expect(body?.equals(zip)).toBe(true)
  expect(bytes).toBe(zip.length)
  expect(headers.etag).toBe(`"${createHash('sha256').update(zip).digest('hex')}"`)
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="SMS_outbound_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d_[0-9a-f]{8}\.zip"$/,
  )
})

it('resumes a broken download to the same bytes', async () => {
  const first = zip.subarray(0, 20)
  const rest = await read({ range: 'bytes=20-', ifRange: (await read()).headers.etag })
  expect(rest.status).toBe(206)
  expect(Buffer.concat([first, rest.body ?? Buffer.alloc(0)]).equals(zip)).toBe(true)
  expect((await read({ range: `bytes=${zip.length}-` })).status).toBe(416)
  expect((await read({ ifNoneMatch: (await read()).headers.etag })).status).toBe(304)
})

it('gives the CSV as it is', async () => {
  const { body, bytes } = await read({ format: 'csv' })
  expect(body?.toString()).toBe(csv)
  expect(bytes).toBe(csv.length)
})

it('is refused to a viewer, and names what is not there', async () => {
  const viewer = { ...world.ana, role: 'viewer' as const }
  await expect(openDownload(viewer, reportId, asked)).rejects.toMatchObject({ code: 'forbidden' })
  for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
    await expect(openDownload(world.ana, id, asked)).rejects.toMatchObject({ code: 'not-found' })
})

it('is an error that names itself when the file is damaged or gone, before any byte', async () => {
  await writeFile(path, Buffer.concat([zip.subarray(0, zip.length - 1), Buffer.from([1])]))
  for (const format of ['zip', 'csv'])
    await expect(read({ format })).rejects.toMatchObject({ code: 'gone' })
  await rm(path)
  await expect(read()).rejects.toMatchObject({ code: 'gone' })
})
