import type { Page } from '@playwright/test'
import type { TestAccount } from './harness/accounts'
import type { SandboxAdmin } from './harness/sandbox-admin'
import { createReport, daysAgo, fillReport, submitReport } from './pages/new-report'
import { type CsvRecord, fetchRecords, readMerged } from './pages/records'
import { expect, test } from './test'

const sms = { product: 'SMS', direction: 'Outbound' } as const
const ids = (records: CsvRecord[]) => records.map(({ id }) => id).toSorted()

/** What Vonage has of these days, both included, without the dashboard. */
function fetchDays(sandbox: SandboxAdmin, account: TestAccount, from: number, to: number) {
  return fetchRecords(sandbox, account, {
    product: 'SMS',
    direction: 'outbound',
    account_id: account.apiKey,
    date_start: `${daysAgo(from)}T00:00:00Z`,
    date_end: `${daysAgo(to - 1)}T00:00:00Z`,
  })
}

async function createReady(page: Page, account: TestAccount, from: number, to: number) {
  const range = { from: daysAgo(from), to: daysAgo(to) }
  const id = await createReport(page, { account, ...sms, ...range })
  await expectReady(page)
  return id
}

function expectReady(page: Page) {
  return expect(page.getByText('Ready', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

test.use({ timezoneId: 'UTC' })

test('days that are here are used, and the missing ones asked for: every record, none twice', async ({
  page,
  account,
  sandbox,
}) => {
  await createReady(page, account, 10, 8)
  await fillReport(page, { account, ...sms, from: daysAgo(12), to: daysAgo(6) })
  const paid = page.getByRole('region', { name: 'Already paid' })
  await expect(paid).toContainText('3 of 7 days')
  await expect(paid.getByRole('link')).toHaveCount(1)
  const reportId = await submitReport(page)
  await expectReady(page)
  const table = page.getByRole('table', { name: 'Taken from earlier files' })
  await expect(table.getByRole('link')).toHaveCount(1)

  const [, ...asked] = await sandbox.questions(account.apiKey)
  expect(asked.map(({ dateStart, dateEnd }) => (dateEnd - dateStart) / 86_400_000)).toEqual([2, 2])
  const merged = await readMerged(page, reportId, 'SMS')
  expect(ids(merged)).toEqual(ids(await fetchDays(sandbox, account, 12, 6)))
})

test('a range that is all here is ready at once: nothing is asked for, nothing billed', async ({
  page,
  account,
  sandbox,
}) => {
  await createReady(page, account, 12, 6)
  await fillReport(page, { account, ...sms, from: daysAgo(10), to: daysAgo(8) })
  const paid = page.getByRole('region', { name: 'Already paid' })
  await expect(paid).toContainText('nothing is billed')
  const reportId = await submitReport(page)
  await expectReady(page)
  expect(await sandbox.countMade(account.apiKey)).toBe(1)
  const merged = await readMerged(page, reportId, 'SMS')
  expect(ids(merged)).toEqual(ids(await fetchDays(sandbox, account, 10, 8)))
})

test('who wants everything anew says so, and pays for it', async ({ page, account, sandbox }) => {
  await createReady(page, account, 10, 8)
  await fillReport(page, { account, ...sms, from: daysAgo(10), to: daysAgo(8) })
  const paid = page.getByRole('region', { name: 'Already paid' })
  await paid.getByRole('radio', { name: 'Ask for all of it again' }).check()
  await submitReport(page)
  await expectReady(page)
  expect(await sandbox.countMade(account.apiKey)).toBe(2)
  await expect(page.getByRole('table', { name: 'Taken from earlier files' })).toHaveCount(0)
})

test('what another report is fetching is told before it is paid for twice', async ({
  page,
  account,
  sandbox,
}) => {
  await sandbox.break({ name: 'stuck', account: account.apiKey, count: 1 })
  const range = { from: daysAgo(10), to: daysAgo(8) }
  await createReport(page, { account, ...sms, ...range })
  await expect(page.getByText('Running', { exact: true }).first()).toBeVisible()
  await fillReport(page, { account, ...sms, ...range })
  const paid = page.getByRole('region', { name: 'Already paid' })
  await expect(paid).toContainText('is being fetched by SMS outbound')
})
