import { randomUUID } from 'node:crypto'
import { getDb } from '@/lib/db/client'
import type { TestAccount } from './harness/accounts'
import { type Person, signIn } from './harness/people'
import { chooseFilter, expectState, openHistory, rowsOf } from './pages/history'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

/** Reports as if they had been asked for, one a minute, and had come to this state. */
async function addPastReports(
  count: number,
  account: TestAccount,
  person: Person,
  state: 'failed' | 'unconfirmed' = 'failed',
): Promise<void> {
  for (let index = 0; index < count; index++) {
    const createdAt = new Date(Date.now() - (count - index) * 60_000)
    await getDb().report.create({
      data: {
        formId: randomUUID(),
        createdById: person.id,
        title: `Past ${index} · ${account.label}`,
        timeZone: 'UTC',
        parameters: {},
        createdAt,
        requests: {
          create: {
            accountId: account.id,
            product: 'SMS',
            direction: 'outbound',
            targetAccountId: account.apiKey,
            dateStart: new Date('2026-06-01'),
            dateEnd: new Date('2026-07-01'),
            filters: {},
            state,
            endedAt: state === 'failed' ? createdAt : null,
            createdAt,
          },
        },
      },
    })
  }
}

test('filters stand in the URL, and say when nothing matches', async ({
  page,
  account,
  person,
}) => {
  await addPastReports(2, account, person)
  await page.goto('/reports')
  await page.getByRole('searchbox', { name: 'Search reports' }).fill(account.apiKey)
  await expect(page).toHaveURL(new RegExp(`q=${account.apiKey}`))
  await expect(rowsOf(page, /Past/)).toHaveCount(2)
  await chooseFilter(page, 'State', 'Failed')
  await expect(page).toHaveURL(/state=failed/)
  await expect(rowsOf(page, /Past/)).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Ready', exact: true }).check()
  await expect(page).toHaveURL(/state=failed&state=ready/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: 'Ready', exact: true })).toBeHidden()
  await expect(page.locator('summary', { hasText: 'State: 2' })).toBeFocused()
  await chooseFilter(page, 'Product', 'SMS')
  await chooseFilter(page, 'Account', account.label)
  await expect(page).toHaveURL(new RegExp(`account=${account.id}`))
  await expect(rowsOf(page, /Past/)).toHaveCount(2)
  await page.reload()
  await expect(rowsOf(page, /Past/)).toHaveCount(2)
  await expect(page.getByText('Product: SMS', { exact: true })).toBeVisible()

  await page.getByText('State: 2', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Failed', exact: true }).uncheck()
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL('/reports')
})

test('pages hang together: the newest first, none left out, none twice', async ({
  page,
  account,
  person,
}) => {
  await addPastReports(60, account, person)
  await openHistory(page, account)
  const rows = rowsOf(page, /Past/)
  await expect(rows).toHaveCount(50)
  await expect(rows.first()).toContainText('Past 59 ')
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(rows).toHaveCount(10)
  await expect(rows.first()).toContainText('Past 9 ')
  await page.goBack()
  await expect(rows).toHaveCount(50)
})

test('sorting, filters and paging stand in the URL, and go back', async ({
  page,
  account,
  person,
}) => {
  await addPastReports(60, account, person)
  await openHistory(page, account)
  const rows = rowsOf(page, /Past/)
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await expect(page).toHaveURL(/sort=title&order=asc/)
  await expect(page.getByRole('columnheader', { name: 'Report' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(rows.first()).toContainText('Past 0 ')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(rows).toHaveCount(10)
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(rows.first()).toContainText('Past 0 ')

  await chooseFilter(page, 'More', person.name)
  await expect(page).toHaveURL(new RegExp(`person=${person.id}`))
  await page.getByLabel('Records from', { exact: true }).fill('2 Jul 2026')
  await page.getByLabel('Records from', { exact: true }).press('Enter')
  await expect(page).toHaveURL(/from=2026-07-02/)
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('link', { name: 'Clear', exact: true }).click()
  await expect(rows.first()).toBeVisible()
})

test('columns and density are the person’s, on every browser', async ({
  page,
  account,
  person,
  browser,
  playwright,
  shared,
}) => {
  await addPastReports(1, account, person)
  await openHistory(page, account)
  await page.getByRole('button', { name: 'Columns and density' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Asked by' }).click()
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.getByRole('menuitemradio', { name: 'Compact' }).click(),
  ])
  const elsewhere = await browser.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, person),
  })
  const there = await elsewhere.newPage()
  await there.goto('/settings')
  await expect(there.getByRole('radio', { name: 'Compact' })).toBeChecked()
  await openHistory(there, account)
  await expect(there.getByRole('columnheader', { name: 'Range' })).toBeVisible()
  await expect(there.getByRole('columnheader', { name: 'Asked by' })).toHaveCount(0)
  await elsewhere.close()
})

test('the history is walked through by keys alone', async ({ page, account, person }) => {
  await addPastReports(4, account, person)
  await openHistory(page, account)
  await expect(rowsOf(page, /Past/)).toHaveCount(4)
  const box = (index: number) => page.getByRole('checkbox', { name: `Select Past ${index} ` })
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Past 3 ' })).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+X')
  await expect(box(1)).toBeChecked()
  await expect(box(2)).toBeChecked()
  await expect(box(3)).toBeChecked()
  await expect(box(0)).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(box(2)).not.toBeChecked()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Past 2 ')
  await page.keyboard.press('n')
  await expect(page).toHaveURL('/reports/new')
})

test('without a script, filters are a form, and order and pages are links', async ({
  account,
  person,
  browser,
  shared,
  storageState,
}) => {
  await addPastReports(55, account, person)
  const context = await browser.newContext({
    baseURL: shared.url,
    javaScriptEnabled: false,
    storageState,
  })
  const page = await context.newPage()
  await page.goto('/reports')
  await page.getByRole('searchbox', { name: 'Search reports' }).fill(account.apiKey)
  await chooseFilter(page, 'State', 'Failed')
  await page.getByRole('checkbox', { name: 'Expired' }).check()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/state=failed&state=expired/)
  await expect(rowsOf(page, /Past/)).toHaveCount(50)
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await expect(rowsOf(page, /Past/).first()).toContainText('Past 0 ')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(rowsOf(page, /Past/)).toHaveCount(5)
  await context.close()
})

test('the table follows what happens without a reload', async ({ page, account, context }) => {
  await openHistory(page, account)
  await expect(page.getByText('Nothing matches')).toBeVisible()
  const other = await context.newPage()
  await createReport(other, { account, product: 'SMS', direction: 'Outbound' })
  const row = rowsOf(page, 'SMS outbound')
  await expectState(row, 'Ready')
  await expect(row.getByRole('link', { name: 'Download' })).toBeVisible()
})

test('a report that a filter lets through no longer stays where it is read', async ({
  page,
  account,
  person,
}) => {
  await addPastReports(1, account, person, 'unconfirmed')
  await page.goto(`/reports?q=${account.apiKey}&state=unconfirmed`)
  const row = rowsOf(page, /Past/)
  await expectState(row, 'Unconfirmed')
  await getDb().reportRequest.updateMany({
    where: { accountId: account.id },
    data: { state: 'failed', endedAt: new Date() },
  })
  await expect(row).toContainText('No longer here')
  await page.getByRole('button', { name: '1 no longer here' }).click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('a table that can’t be refreshed says so, and goes on by itself', async ({
  page,
  account,
  person,
  context,
  tolerated,
}) => {
  tolerated.push(/ERR_INTERNET_DISCONNECTED/)
  // One that has not ended, so that the table asks often.
  await addPastReports(1, account, person, 'unconfirmed')
  await openHistory(page, account)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/^Not live/)).toBeVisible()
  await expect(rowsOf(page, /Past/)).toHaveCount(1)
  await chooseFilter(page, 'State', 'Unconfirmed')
  await expect(page.getByText('The history can’t be read')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(rowsOf(page, /Past/)).toHaveCount(1)
})
