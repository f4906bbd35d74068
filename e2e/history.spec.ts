import { randomUUID } from 'node:crypto'
import { getDb } from '@/lib/db/client'
import type { TestAccount } from './harness/accounts'
import type { Person } from './harness/people'
import { expectState, openHistory, rowsOf } from './pages/history'
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
  await page.getByRole('combobox', { name: 'State' }).selectOption('Failed')
  await expect(page).toHaveURL(/state=failed/)
  await expect(rowsOf(page, /Past/)).toHaveCount(2)
  await page.reload()
  await expect(rowsOf(page, /Past/)).toHaveCount(2)

  await page.getByRole('combobox', { name: 'State' }).selectOption('Ready')
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
  await page.getByRole('button', { name: 'Older' }).click()
  await expect(rows).toHaveCount(10)
  await expect(rows.first()).toContainText('Past 9 ')
  await page.goBack()
  await expect(rows).toHaveCount(50)
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
  await page.getByRole('combobox', { name: 'State' }).selectOption('Unconfirmed')
  await expect(page.getByText('The history can’t be read')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(rowsOf(page, /Past/)).toHaveCount(1)
})
