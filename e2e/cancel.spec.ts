import { expectState, openHistory, rowsOf } from './pages/history'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

const sms = { product: 'SMS', direction: 'Outbound' } as const

test('a running report is cancelled at Vonage', async ({ page, account, sandbox }) => {
  await sandbox.break({ name: 'stuck', account: account.apiKey, count: 1 })
  await createReport(page, { account, ...sms })
  await openHistory(page, account)
  const row = rowsOf(page, 'SMS outbound')
  await expectState(row, 'Running')
  await row.getByRole('button', { name: 'Cancel report' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Cancel this report?' })
  await dialog.getByRole('button', { name: 'Let it run' }).click()
  await expect(dialog).toBeHidden()
  await expectState(row, 'Running')

  await row.getByRole('button', { name: 'Cancel report' }).click()
  await dialog.getByRole('button', { name: 'Cancel report' }).click()
  await expectState(row, 'Cancelled')
  const cancels = await sandbox.log(account.apiKey, 'cancel')
  expect(cancels.map(({ status }) => status)).toEqual([200])
})

test('a queued report is cancelled without a call', async ({ page, account, sandbox }) => {
  // Refused as often as it takes: it stays queued.
  await sandbox.break({ name: 'rate-limit', operation: ['create'], account: account.apiKey })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Vonage asks to slow down').first()).toBeVisible()
  await expect(page.getByText('Queued', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel report' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel report' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('Nothing was billed')
  expect(await sandbox.log(account.apiKey, 'cancel')).toEqual([])
  expect(await sandbox.countMade(account.apiKey)).toBe(0)
})

test('a cancel that comes too late shows how the report really ended', async ({
  page,
  account,
  sandbox,
}) => {
  const { apiKey } = account
  // As long as its questions fail, the product does not know that Vonage is done.
  const heal = await sandbox.break({ name: 'server-error', operation: ['status'], account: apiKey })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Running', { exact: true })).toBeVisible()
  await expect.poll(() => sandbox.statuses(apiKey)).toEqual(['SUCCESS'])
  await page.getByRole('button', { name: 'Cancel report' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel report' }).click()
  const answers = async () => (await sandbox.log(apiKey, 'cancel')).map(({ status }) => status)
  await expect.poll(answers).toContain(409)
  await heal()
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
  expect(new Set(await answers())).toEqual(new Set([409]))
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText(
    'Vonage could not cancel it any more; it says SUCCESS.',
  )
  await expect(page.getByText('being cancelled')).toBeHidden()
})
