import { fetchOriginal, sha256 } from './pages/download'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('a broken download resumes, and ends as the same bytes', async ({
  page,
  account,
  sandbox,
}) => {
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const url = `/api/reports/${reportId}/download`

  const head = await page.request.head(url)
  const { etag = '', 'content-length': length = '' } = head.headers()
  expect(head.headers()['accept-ranges']).toBe('bytes')
  const middle = Math.floor(Number(length) / 2)
  const first = await page.request.get(url, { headers: { range: `bytes=0-${middle - 1}` } })
  const rest = await page.request.get(url, {
    headers: { range: `bytes=${middle}-`, 'if-range': etag },
  })
  expect([first.status(), rest.status()]).toEqual([206, 206])
  expect(rest.headers()['content-range']).toBe(`bytes ${middle}-${Number(length) - 1}/${length}`)

  const whole = Buffer.concat([await first.body(), await rest.body()])
  expect(etag).toBe(`"${sha256(whole)}"`)
  expect(sha256(whole)).toBe(sha256(await fetchOriginal(sandbox, account, reportId)))
  await expect(page.getByText(sha256(whole), { exact: true })).toBeVisible()
})

test('a part that the file does not have, and a file that changed meanwhile', async ({
  page,
  account,
}) => {
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Inbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const url = `/api/reports/${reportId}/download`
  const beyond = await page.request.get(url, { headers: { range: 'bytes=99999999999-' } })
  expect(beyond.status()).toBe(416)
  const changed = await page.request.get(url, {
    headers: { range: 'bytes=10-', 'if-range': '"another"' },
  })
  expect(changed.status()).toBe(200)
  const known = await page.request.get(url, {
    headers: { 'if-none-match': changed.headers().etag ?? '' },
  })
  expect(known.status()).toBe(304)
})
