import { getDb } from '@/lib/db/client'
import { downloadBy } from './pages/download'
import { expectState, openHistory, rowsOf } from './pages/history'
import { chooseProduct, createReport, daysAgo, fillReport, submitReport } from './pages/new-report'
import { expect, test } from './test'

test('a product that needs a direction asks for one, and loses nothing that was typed', async ({
  page,
  account,
  sandbox,
}) => {
  await fillReport(page, { account, product: 'SMS' })
  await page.getByLabel('Sender', { exact: true }).fill('ACME')
  await page.getByLabel('Include message', { exact: true }).check()
  await page.getByRole('button', { name: 'Create report' }).click()
  const direction = page.getByRole('radiogroup', { name: 'Direction' })
  await expect(direction).toHaveAttribute('aria-invalid', 'true')
  await expect(direction.getByRole('radio').first()).toBeFocused()
  await expect(page.getByLabel('From', { exact: true })).toHaveValue(daysAgo(4))
  await expect(page.getByLabel('Sender', { exact: true })).toHaveValue('ACME')

  await direction.getByRole('radio', { name: 'Outbound' }).check()
  await submitReport(page)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const [asked] = await sandbox.questions(account.apiKey)
  expect(asked).toMatchObject({
    product: 'SMS',
    direction: 'outbound',
    filters: { from: 'ACME' },
    includeMessage: true,
    includeSubaccounts: false,
  })
})

test('a product whose direction is optional may be asked for both ways at once', async ({
  page,
  account,
  sandbox,
}) => {
  await createReport(page, { account, product: 'Voice calls' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await createReport(page, { account, product: 'Voice calls', direction: 'Inbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const asked = await sandbox.questions(account.apiKey)
  expect(asked.map(({ direction }) => direction)).toEqual([null, 'inbound'])
})

test('a product without a direction has no field for it, also after one that needs it', async ({
  page,
  account,
  sandbox,
}) => {
  await fillReport(page, { account, product: 'SMS', direction: 'Inbound' })
  await chooseProduct(page, 'Verify (v2)')
  await expect(page.getByRole('radiogroup', { name: 'Direction' })).toHaveCount(0)
  await submitReport(page)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const [asked] = await sandbox.questions(account.apiKey)
  expect(asked).toMatchObject({ product: 'VERIFY-V2', direction: null })
})

test('days mean whole days of the zone that was chosen, the last one included', async ({
  page,
  account,
  sandbox,
}) => {
  await fillReport(page, {
    account,
    product: 'Number Insight',
    from: '2026-06-01',
    to: '2026-06-30',
  })
  await expect(page.getByLabel('Time zone', { exact: true })).toHaveValue(/Berlin/)
  await submitReport(page)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const [asked] = await sandbox.questions(account.apiKey)
  expect(new Date(asked?.dateStart ?? 0).toISOString()).toBe('2026-05-31T22:00:00.000Z')
  expect(new Date(asked?.dateEnd ?? 0).toISOString()).toBe('2026-06-30T22:00:00.000Z')
})

test('a time that the clocks skip, and a range that is too long, are refused with the reason', async ({
  page,
  account,
}) => {
  await fillReport(page, {
    account,
    product: 'Video',
    from: '2026-03-29 02:30',
    to: '2026-03-30',
  })
  const from = page.getByLabel('From', { exact: true })
  await page.getByRole('button', { name: 'Create report' }).click()
  await expect(from).toHaveAccessibleDescription(/the clocks jump from 02:00 to 03:00/)
  await from.fill('2026-03-29')
  await expect(from).toHaveAccessibleDescription(/90 days/)
  await expect(page).toHaveURL(/\/reports\/new\?/)
})

test('a double click makes one report', async ({ page, account, sandbox }) => {
  await fillReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await page.getByRole('button', { name: 'Create report' }).dblclick()
  await page.waitForURL(/\/reports\/[0-9a-f]{8}-/)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await openHistory(page, account)
  await expect(rowsOf(page, 'SMS outbound')).toHaveCount(1)
  expect(await sandbox.countMade(account.apiKey)).toBe(1)
})

test('what the server refuses lands under its field, and nothing typed is lost', async ({
  page,
  account,
}) => {
  await fillReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await page.getByLabel('Recipient', { exact: true }).fill('447700900001')
  await getDb().account.update({ where: { id: account.id }, data: { removedAt: new Date() } })
  await page.getByRole('button', { name: 'Create report' }).click()
  const field = page.getByLabel('Account', { exact: true })
  await expect(field).toHaveAccessibleDescription(/not there any more/)
  await expect(field).toBeFocused()
  await expect(page.getByLabel('Recipient', { exact: true })).toHaveValue('447700900001')
  await expect(page.getByLabel('Product', { exact: true })).toHaveValue('SMS')
})

test('a refused report is duplicated, corrected and sent', async ({ page, account, sandbox }) => {
  await sandbox.break({ name: 'invalid', value: 'country', account: account.apiKey, count: 1 })
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Rejected', { exact: true })).toBeVisible()
  const problem = page.getByRole('main')
  await expect(problem).toContainText('“country” is not valid for Vonage')
  await expect(problem).toContainText(/For Vonage’s support: [0-9a-f]{32}/)
  expect(await sandbox.countMade(account.apiKey)).toBe(0)

  await page.getByRole('link', { name: 'Correct and send' }).click()
  await expect(page.getByLabel('Product', { exact: true })).toHaveValue('SMS')
  await expect(page.getByLabel('From', { exact: true })).toHaveValue(daysAgo(4))
  await submitReport(page)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await openHistory(page, account)
  await expect(rowsOf(page, 'SMS outbound')).toHaveCount(2)
})

test('texts come only when they were asked for', async ({ page, account }) => {
  await fillReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await page.getByLabel('Include message', { exact: true }).check()
  await submitReport(page)
  // Other days: the same ones would be taken from the first file.
  await createReport(page, {
    account,
    product: 'SMS',
    direction: 'Outbound',
    from: daysAgo(8),
    to: daysAgo(7),
  })
  await openHistory(page, account)
  const rows = rowsOf(page, 'SMS outbound')
  const headers: string[] = []
  for (const row of [rows.nth(0), rows.nth(1)]) {
    await expectState(row, 'Ready')
    await row.getByRole('button', { name: /More about/ }).click()
    const csv = await downloadBy(page, page.getByRole('menuitem', { name: 'Download as CSV' }))
    expect(csv.name).toMatch(/^SMS_outbound_.*\.csv$/)
    headers.push(csv.bytes.toString('utf8', 0, 2000).split('\n')[0] ?? '')
  }
  expect(headers[0]).not.toContain('message_body')
  expect(headers[1]).toContain('"message_body"')
})
