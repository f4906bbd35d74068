import { expect, test } from 'vitest'
import { readRows } from '../testing/read-archive'
import { key, startTestSandbox } from '../testing/start-test-sandbox'
import { second } from '../times'

const range = { date_start: '2026-10-14T00:00:00Z', date_end: '2026-10-15T00:00:00Z' }
const usage = { product: 'REPORTS-USAGE', account_id: key, ...range }
const voice = {
  product: 'VOICE-CALL',
  account_id: key,
  date_start: '2026-10-05T00:00:00Z',
  date_end: '2026-10-06T00:00:00Z',
}

test('reports what the sandbox was asked for and what it cost', async () => {
  const { create, cancel, status, records, call, time } = await startTestSandbox()
  const done = (await create(voice)).json.request_id
  const aborted = (await create(voice)).json.request_id
  await cancel(aborted)
  const synced = (await records(voice)).json
  time.now += 20 * second
  const items = (await status(done)).json.items_count

  const { json } = await records(usage)
  expect(json.price).toBe(0)
  expect(json.records).toHaveLength(3)
  const total = (items * 4) / 10_000
  expect(json.records.find((row: { id: string }) => row.id === done)).toMatchObject({
    acc: key,
    account_id: key,
    master_account_id: key,
    job_type: 'ASYNC_JOB',
    request_product: 'VOICE-CALL',
    request_params: {
      product: 'VOICE-CALL',
      account_id: key,
      date_start: '2026-10-05T00:00:00+00:00',
      date_end: '2026-10-06T00:00:00+00:00',
    },
    status: 'SUCCESS',
    items_written: String(items),
    is_charged: 'TRUE',
    price: '0.0004',
    total_price: total.toFixed(4),
    date_received: '2026-10-14T12:00:00+00:00',
    product_type: 'reports',
  })
  expect(json.records.find((row: { id: string }) => row.id === aborted)).toMatchObject({
    status: 'ABORTED',
    is_charged: 'FALSE',
    total_price: '0.0000',
  })
  expect(json.records.find((row: { id: string }) => row.id === synced.request_id)).toMatchObject({
    job_type: 'SYNC_JOB_FROM_DATES',
    items_written: String(synced.items_count),
  })

  time.now += second
  const file = (await create(usage)).json.request_id
  time.now += 20 * second
  const { href } = (await status(file)).json._links.download_report
  const first = (await call(href)).body
  await records(voice)
  expect((await call(href)).body.equals(first)).toBe(true)
  const rows = await readRows(first)
  expect(rows).toHaveLength(4)
  const own = rows.find((row) => row.id === done)
  expect(JSON.parse(own?.request_params ?? '')).toMatchObject({ product: 'VOICE-CALL' })
  expect(rows.filter((row) => row.request_product === 'REPORTS-USAGE')).toMatchObject([
    { is_charged: 'FALSE', total_price: '0.0000' },
  ])
})

test('keeps accounts apart', async () => {
  const { create, records, call, time } = await startTestSandbox()
  const { json } = await call(`/accounts/${key}/subaccounts`)
  const account_id = json._embedded.subaccounts[0].api_key
  await create({ ...voice, account_id })
  time.now += second
  expect((await records(usage)).json.items_count).toBe(0)
  const [row] = (await records({ ...usage, account_id })).json.records
  expect(row).toMatchObject({ acc: key, account_id, master_account_id: key })
})
