import { expect, test } from 'vitest'
import { readRows } from '../testing/read-archive'
import { key, startTestSandbox } from '../testing/start-test-sandbox'
import { second } from '../times'

type Row = Record<string, string | null>

const query = {
  product: 'SMS',
  account_id: key,
  direction: 'outbound',
  date_start: '2026-10-06T00:00:00Z',
  date_end: '2026-10-07T00:00:00Z',
}

test('pages through the same records that the file has', async () => {
  const { call, records, create, status, time } = await startTestSandbox({ volume: 1 })
  const pages = [(await records(query)).json]
  while (pages.at(-1).request_status === 'TRUNCATED') {
    const { cursor, iv, _links } = pages.at(-1)
    expect(_links.next.href).toContain(`cursor=${cursor}`)
    expect(iv).toBeTruthy()
    pages.push((await call(_links.next.href)).json)
  }
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages.slice(0, -1)) expect(page.items_count).toBe(1000)
  expect(pages.at(-1)).toMatchObject({ request_status: 'SUCCESS', limit: 1000, currency: 'EUR' })
  expect(pages.at(-1)._links).not.toHaveProperty('next')

  const created = await create(query)
  time.now += 15 * second
  const { json } = await status(created.json.request_id)
  const rows = await readRows((await call(json._links.download_report.href)).body)
  const paged = pages.flatMap((page) => page.records as Row[])
  expect(paged.map((row) => row.id)).toEqual(rows.map((row) => row.id))
  expect(paged[0]).toEqual(
    Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, value || null])),
  )
})

test('pages through filtered records without loss', async () => {
  const { call, records } = await startTestSandbox({ volume: 3 })
  const found: Row[] = []
  let { json } = await records({ ...query, country: 'GB' })
  for (;;) {
    found.push(...json.records)
    if (!json._links.next) break
    json = (await call(json._links.next.href)).json
  }
  expect(found.length).toBeGreaterThan(1000)
  expect(new Set(found.map((row) => row.id)).size).toBe(found.length)
  expect(found.every((row) => row.country === 'GB')).toBe(true)
  const all: Row[] = []
  let page = (await records(query)).json
  for (;;) {
    all.push(...page.records)
    if (!page._links.next) break
    page = (await call(page._links.next.href)).json
  }
  expect(all.filter((row) => row.country === 'GB')).toEqual(found)
})

test('finds records by id, names the others', async () => {
  const { records } = await startTestSandbox()
  const [first, second_] = (await records(query)).json.records as Row[]
  const { date_start, date_end, ...byId } = query
  const ids = [first?.message_id, 'nonsense', second_?.id, first?.message_id?.toUpperCase()]
  const { json } = await records({ ...byId, id: ids.join(' ,'), include_message: 'true' })
  expect(json.records.map((row: Row) => row.id)).toEqual([first?.id, second_?.id])
  expect(json.ids_not_found).toBe(`nonsense,${first?.message_id?.toUpperCase()}`)
  expect(json.records[0]).toHaveProperty('message_body')
  expect(json).not.toHaveProperty('date_start')
  const elsewhere = await records({ ...byId, direction: 'inbound', id: String(first?.message_id) })
  expect(elsewhere.json).toMatchObject({ items_count: 0, ids_not_found: first?.message_id })
})

test.each([
  [{ id: 'a' }, 'Invalid filter'],
  [{ date_end: '2026-10-07T00:00:01Z' }, 'Unprocessable entity'],
  [{ direction: '' }, 'Unprocessable entity'],
  [{ cursor: 'nonsense', iv: 'nonsense' }, 'Unprocessable entity'],
])('refuses %o', async (change, title) => {
  const { records } = await startTestSandbox()
  const answer = await records({ ...query, ...change })
  expect([answer.status, answer.json.title]).toEqual([422, title])
})

test('refuses more than 20 ids, none, and another’s account', async () => {
  const { records } = await startTestSandbox()
  const { date_start, date_end, ...byId } = query
  const ids = Array.from({ length: 21 }, (_, n) => `id${n}`)
  expect((await records({ ...byId, id: ids.join(',') })).status).toBe(422)
  expect((await records({ ...byId, id: ids.slice(1).join(',') })).status).toBe(200)
  expect((await records({ ...byId, id: ' , ' })).status).toBe(422)
  expect((await records({ ...query, account_id: 'nobody00' })).status).toBe(403)
})
