import { createReport, daysAgo, fillReport, submitReport } from './pages/new-report'
import { expect, test } from './test'

test('the address follows the form, and fills it again for whoever opens it', async ({
  page,
  account,
}) => {
  await page.goto('/reports')
  await fillReport(page, { account, product: 'SMS', direction: 'Outbound' })
  const before = await page.evaluate(() => window.history.length)
  await page.getByLabel('Recipient', { exact: true }).fill('447700900001')
  await page.getByLabel('Include message', { exact: true }).check()
  await expect(page).toHaveURL(/filter\.to=447700900001.*filter\.include_message=yes/)
  expect(await page.evaluate(() => window.history.length)).toBe(before)
  const link = page.url()
  expect(link).not.toContain(account.apiSecret)

  await page.goto('/help')
  await page.goto(link)
  await expect(page.getByLabel('Account', { exact: true })).toHaveValue(account.id)
  await expect(page.getByLabel('Product', { exact: true })).toHaveValue('SMS')
  await expect(page.getByRole('radio', { name: 'Outbound' })).toBeChecked()
  await expect(page.getByLabel('From', { exact: true })).toHaveValue(daysAgo(4))
  await expect(page.getByLabel('Recipient', { exact: true })).toHaveValue('447700900001')
  await expect(page.getByLabel('Include message', { exact: true })).toBeChecked()
  await expect(page.getByText('Not all of the link was used')).toHaveCount(0)

  await submitReport(page)
  await page.goBack()
  await expect(page.getByLabel('Recipient', { exact: true })).toHaveValue('447700900001')
})

test('a link keeps its own zone, also for who lives in another', async ({ page, account }) => {
  const query = new URLSearchParams({ account: account.id, product: 'ASR', zone: 'Asia/Tokyo' })
  await page.goto(`/reports/new?${query}`)
  await expect(page.getByLabel('Product', { exact: true })).toHaveValue('Speech recognition')
  await expect(page.getByLabel('Account ID', { exact: true })).toHaveValue(account.apiKey)
  await page.getByLabel('From', { exact: true }).fill(daysAgo(4))
  await page.getByLabel('To', { exact: true }).fill(daysAgo(3))
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Asia/Tokyo')
})

test('what a link says and the form can’t use is left out, with a note', async ({
  page,
  account,
}) => {
  const query = new URLSearchParams([
    ['account', account.id],
    ['product', 'VOICE-TTS'],
    ['direction', 'inbound'],
    ['secret', '<img src=x onerror=alert(1)>'],
    ['zone', 'Moon/Base'],
  ])
  await page.goto(`/reports/new?${query}`)
  await expect(page.getByLabel('Product', { exact: true })).toHaveValue('Text-to-speech')
  const main = page.getByRole('main')
  await expect(main).toContainText('Not for this product: “direction”.')
  await expect(main).toContainText('Unknown to this form: “secret”.')
  await expect(main).toContainText('Values that can’t be used here: “zone”.')
  await expect(main).not.toContainText('onerror')
})

test('Duplicate opens the form as it was asked, and its address says so', async ({
  page,
  account,
  sandbox,
}) => {
  await createReport(page, { account, product: 'SMS', direction: 'Inbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Duplicate' }).click()
  await expect(page.getByRole('radio', { name: 'Inbound' })).toBeChecked()
  await expect(page).toHaveURL(/product=SMS&direction=inbound/)
  await expect(page).not.toHaveURL(/duplicate/)
  await page.reload()
  await expect(page.getByLabel('From', { exact: true })).toHaveValue(daysAgo(4))
  await submitReport(page)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  // The same records are kept here already: nothing is asked for, and paid, again.
  expect(await sandbox.countMade(account.apiKey)).toBe(1)
})
