import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { getDb } from '@/lib/db/client'
import { expectState, openHistory, rowsOf } from './pages/history'
import { createReport, daysAgo, fillReport, submitReport } from './pages/new-report'
import { expect, test } from './test'

const sms = { product: 'SMS', direction: 'Outbound' } as const
const tableOf = (page: Page) => page.getByRole('table', { name: 'Requests' })
const requestRows = (page: Page) => tableOf(page).locator('tbody').getByRole('row')
const progressOf = (page: Page) =>
  page.getByRole('main').getByRole('progressbar', { name: 'Requests ready' })

/** A report of one request for each day. */
async function createDaily(
  page: Page,
  { days, ...asked }: Parameters<typeof fillReport>[1] & { days: number },
): Promise<string> {
  await fillReport(page, { ...asked, from: daysAgo(days + 1), to: daysAgo(2) })
  await page.getByRole('radio', { name: 'By day' }).check()
  return submitReport(page)
}

/** A report of two requests, one of which failed. */
async function addDaily(accountId: string, apiKey: string): Promise<{ id: string }> {
  const db = getDb()
  const somebody = await db.user.findFirstOrThrow({ select: { id: true } })
  const asked = { accountId, product: 'SMS', direction: 'outbound', targetAccountId: apiKey }
  const dated = { ...asked, filters: {}, dateStart: daysAgoAt(4), dateEnd: daysAgoAt(3) }
  return db.report.create({
    data: {
      formId: randomUUID(),
      createdById: somebody.id,
      title: 'Two days',
      timeZone: 'UTC',
      parameters: {},
      requests: {
        create: [
          { ...dated, state: 'ready' },
          { ...dated, state: 'failed' },
        ],
      },
    },
    select: { id: true },
  })
}

const daysAgoAt = (days: number) => new Date(`${daysAgo(days)}T00:00:00Z`)

test('one state stands for many requests; what failed is retried alone', async ({
  page,
  account,
  sandbox,
}) => {
  await sandbox.break({ name: 'failed', account: account.apiKey, count: 2 })
  const reportId = await createDaily(page, { account, ...sms, days: 5 })
  const main = page.getByRole('main')
  await expect(main.getByText('Ready, partial', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(main.getByText(/^3 of 5 ready, 2 failed/)).toBeVisible()
  await expect(progressOf(page)).toHaveAttribute('aria-valuenow', '3')
  await expect(progressOf(page)).toHaveAttribute('aria-valuemax', '5')
  await expect(main.getByText('Records are missing: 2 of 5 requests have no file')).toBeVisible()
  await expect(requestRows(page)).toHaveCount(5)

  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Failed (2)' })
  await expect(requestRows(page)).toHaveCount(2)
  await expect(requestRows(page).first()).toContainText('Vonage could not make this report')

  await main.getByRole('button', { name: 'Retry failed (2)' }).click()
  const dialog = page.getByRole('alertdialog', { name: /Ask again for 2 requests/ })
  await dialog.getByRole('button', { name: 'Retry 2 requests' }).click()
  await page.getByRole('dialog', { name: /asked for again/ }).press('Escape')
  await expect(main.getByText('Ready', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
  await expect(main.getByText(/^5 of 5 ready/)).toBeVisible({ timeout: 60_000 })
  await expect(
    page.getByText('2 requests asked for again; new ones take their place.'),
  ).toBeVisible()
  await page.getByLabel('Show', { exact: true }).selectOption('')
  await expect(requestRows(page)).toHaveCount(5)
  expect(await sandbox.countMade(account.apiKey)).toBe(7)

  await openHistory(page, account)
  const row = rowsOf(page, 'SMS outbound')
  await expect(row).toHaveCount(1)
  await expectState(row, 'Ready')
  await expect(row).toContainText('5 of 5 ready')
  await row.getByRole('link', { name: 'SMS outbound' }).click()
  await expect(page).toHaveURL(`/reports/${reportId}`)
})

test('each request has its own actions', async ({ page, account, sandbox }) => {
  await sandbox.break({ name: 'stuck', account: account.apiKey, count: 2 })
  await createDaily(page, { account, ...sms, days: 3 })
  await expect(page.getByText(/^1 of 3 ready/)).toBeVisible({ timeout: 60_000 })
  const ready = requestRows(page).filter({ hasText: 'Ready' })
  await expect(ready.getByRole('link', { name: 'Download this file' })).toBeVisible()
  await expect(ready.getByRole('button', { name: 'Cancel request' })).toHaveCount(0)

  const stuck = requestRows(page).filter({ hasText: 'Running' })
  await expect(stuck).toHaveCount(2)
  await stuck.first().getByRole('button', { name: 'Ask Vonage now' }).click()
  await expect(page.getByText('Vonage is being asked', { exact: true })).toBeVisible()
  await stuck.first().getByRole('button', { name: 'Cancel request' }).click()
  await page
    .getByRole('alertdialog', { name: 'Cancel this request?' })
    .getByRole('button', { name: 'Cancel request' })
    .click()
  const cancelled = requestRows(page).filter({ hasText: 'Cancelled' })
  await expect(cancelled).toHaveCount(1, { timeout: 60_000 })
  await expect(stuck).toHaveCount(1)

  await page.getByRole('main').getByRole('button', { name: 'Cancel report' }).click()
  await page
    .getByRole('alertdialog', { name: 'Cancel 1 report?' })
    .getByRole('button', { name: 'Cancel report' })
    .click()
  await page.getByRole('dialog', { name: /cancelled/ }).press('Escape')
  await expect(cancelled).toHaveCount(2, { timeout: 60_000 })
  await expect(page.getByText(/^1 of 3 ready, 2 cancelled/)).toBeVisible()
})

test('a small report of the same key does not wait for a huge one', async ({
  page,
  account,
  sandbox,
}) => {
  const hugeId = await createDaily(page, { account, ...sms, days: 300 })
  await expect(page.getByText(/of 300 ready/)).toBeVisible()
  await expect(requestRows(page)).toHaveCount(50)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText('51–100 of 300')).toBeVisible()

  const smallId = await createReport(page, { account, product: 'SMS', direction: 'Inbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
  const asked = await sandbox.questions(account.apiKey)
  const place = asked.findIndex(({ direction }) => direction === 'inbound')
  expect(asked.length).toBeLessThan(300)
  expect(place).toBeGreaterThan(0)
  expect(smallId).not.toBe(hugeId)

  await page.goto(`/reports/${hugeId}`)
  await page.getByRole('main').getByRole('button', { name: 'Cancel report' }).click()
  await page
    .getByRole('alertdialog', { name: 'Cancel 1 report?' })
    .getByRole('button', { name: 'Cancel report' })
    .click()
  await page.getByRole('dialog', { name: /cancelled/ }).press('Escape')
  await expect(page.getByText('Cancelled before they were sent, and not billed')).toBeVisible()
})

test.describe('who may only look', () => {
  test.use({ role: 'viewer' })

  test('sees the requests, and can do nothing to them', async ({ page, account }) => {
    const { id } = await addDaily(account.id, account.apiKey)
    await page.goto(`/reports/${id}`)
    await expect(requestRows(page)).toHaveCount(2)
    for (const name of [/Cancel/, /Retry/, 'Ask Vonage now', 'More actions'])
      await expect(page.getByRole('main').getByRole('button', { name })).toHaveCount(0)
    await expect(page.getByRole('link', { name: /Download/ })).toHaveCount(0)
    await openHistory(page, account)
    await expect(rowsOf(page, 'Two days')).toContainText('1 of 2 ready, 1 failed')
  })
})
