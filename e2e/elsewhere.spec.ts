import type { TestAccount } from './harness/accounts'
import { takeKeyPair } from './harness/accounts'
import type { KeyPair, SandboxAdmin } from './harness/sandbox-admin'
import { openHistory, rowsOf } from './pages/history'
import { createReport, daysAgo } from './pages/new-report'
import { expect, test } from './test'

/** A script asks Vonage for a report, without the dashboard. @returns its id */
async function askElsewhere(sandbox: SandboxAdmin, pair: KeyPair): Promise<string> {
  const answer = await sandbox.fetch('/v2/reports', pair, {
    method: 'POST',
    body: JSON.stringify({
      product: 'SMS',
      account_id: pair.apiKey,
      direction: 'outbound',
      date_start: `${daysAgo(5)}T00:00:00+0000`,
      date_end: `${daysAgo(4)}T00:00:00+0000`,
      include_subaccounts: 'false',
    }),
  })
  return (await answer.json()).request_id
}

const openPage = (page: import('@playwright/test').Page, account: TestAccount) =>
  page.goto(`/reports/elsewhere?account=${account.id}`)

test('a report made elsewhere is adopted by its id, and archived as if made here', async ({
  page,
  account,
  sandbox,
  shared,
}) => {
  const id = await askElsewhere(sandbox, account)
  await page.goto('/reports')
  await page.getByRole('link', { name: 'Made elsewhere' }).click()
  await openPage(page, account)
  const field = page.getByLabel('Request ID', { exact: true })
  await page.getByRole('button', { name: 'Adopt report' }).click()
  await expect(page.getByText('Paste the ID of the report.')).toBeVisible()
  await field.fill(await askElsewhere(sandbox, takeKeyPair(shared)))
  await page.getByRole('button', { name: 'Adopt report' }).click()
  await expect(page.getByText(/made with another key, is older than 4 days/)).toBeVisible()

  await field.fill(` ${id} `)
  await page.getByRole('button', { name: 'Adopt report' }).click()
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expect(page.getByText(id).first()).toBeVisible()
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText(
    `Made elsewhere, taken over as ${id}.`,
  )
  const adopted = page.url()
  expect(await sandbox.countMade(account.apiKey)).toBe(1)

  await openPage(page, account)
  await field.fill(id)
  await page.getByRole('button', { name: 'Adopt report' }).click()
  await page.waitForURL(adopted)
  await openHistory(page, account)
  await expect(rowsOf(page, /SMS outbound/)).toHaveCount(1)
})

test('Vonage’s list tells which reports are here, and its absence is coped with', async ({
  page,
  account,
  sandbox,
}) => {
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const id = await askElsewhere(sandbox, account)
  const heal = await sandbox.break({
    name: 'not-found',
    operation: ['list'],
    account: account.apiKey,
  })
  await openPage(page, account)
  await page.getByRole('button', { name: 'Ask Vonage' }).click()
  await expect(page.getByText('Vonage no longer offers this list')).toBeVisible()
  await heal()
  await page.getByRole('button', { name: 'Look again' }).click()
  const table = page.getByRole('table', { name: 'Reports at Vonage' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByRole('link', { name: /Open/ })).toHaveCount(1)
  await table
    .getByRole('row')
    .filter({ hasText: id })
    .getByRole('button', { name: 'Adopt' })
    .click()
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
})
