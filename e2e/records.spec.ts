import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { TestAccount } from './harness/accounts'
import type { SandboxAdmin } from './harness/sandbox-admin'
import { chooseProduct, daysAgo } from './pages/new-report'
import { expect, test } from './test'

type Found = Record<string, string | null>

/** What the sandbox itself answers for a day of outbound SMS: its first page. */
async function firstOfDay(sandbox: SandboxAdmin, account: TestAccount): Promise<Found[]> {
  const query = new URLSearchParams({
    product: 'SMS',
    direction: 'outbound',
    account_id: account.apiKey,
    date_start: `${daysAgo(3)}T00:00:00Z`,
    date_end: `${daysAgo(2)}T00:00:00Z`,
  })
  const answer = await sandbox.fetch(`/v2/reports/records?${query}`, account)
  return (await answer.json()).records
}

async function openForm(page: Page, account: TestAccount): Promise<void> {
  await page.goto('/records')
  await page.getByLabel('Account', { exact: true }).selectOption(account.id)
  await chooseProduct(page, 'SMS')
  await page.getByRole('radio', { name: 'Outbound' }).check()
}

const lookUp = (page: Page) => page.getByRole('button', { name: 'Look up' }).click()
const records = (page: Page) => page.getByRole('table', { name: 'Records' })

test('finds records by pasted ids, names the others, and keeps both', async ({
  page,
  account,
  sandbox,
}) => {
  const [first, second] = await firstOfDay(sandbox, account)
  await openForm(page, account)
  await lookUp(page)
  await expect(page.getByText('Paste at least one id.')).toBeVisible()
  const ids = page.getByLabel('Ids', { exact: true })
  await ids.fill(`"${first?.message_id}",\n ${second?.message_id};${first?.message_id} nonsense-1`)
  await expect(page.getByText('3 ids in 1 call. 1 repetition left out.')).toBeVisible()
  await lookUp(page)
  await page.waitForURL(/\/records\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: 'Not found: 1' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'nonsense-1' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Found: 2' })).toBeVisible()
  await expect(records(page).getByRole('columnheader', { name: 'message_id' })).toBeVisible()
  await expect(
    records(page)
      .getByRole('row')
      .filter({ hasText: String(first?.id) }),
  ).toBeVisible()
  await expect(page.getByText('0.0008 EUR')).toBeVisible()

  const before = (await sandbox.log(account.apiKey, 'records')).length
  await page.goto('/records')
  const earlier = page.getByRole('table', { name: 'Earlier look-ups' })
  const row = earlier.getByRole('row').filter({ hasText: account.label })
  await expect(row).toContainText('Complete')
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Found: 2' })).toBeVisible()
  expect(await sandbox.log(account.apiKey, 'records')).toHaveLength(before)
})

test('asks for many ids in steps, only when somebody wants them', async ({
  page,
  account,
  sandbox,
}) => {
  const all = (await firstOfDay(sandbox, account)).slice(0, 45)
  await openForm(page, account)
  const ids = page.getByLabel('Ids', { exact: true })
  await ids.fill(Array.from({ length: 10_000 }, (_, index) => `id-${index}`).join(' '))
  await lookUp(page)
  await expect(page.getByText(/10,000 ids; at most 1,000/)).toBeVisible()
  await ids.fill(all.map(({ message_id }) => message_id).join('\n'))
  await lookUp(page)
  await expect(page.getByText(/This takes 3 calls/)).toBeVisible()
  await page.getByRole('checkbox', { name: /Ask in 3 calls/ }).check()
  await lookUp(page)
  await expect(page.getByRole('heading', { name: 'Found: 20' })).toBeVisible()
  await expect(page.getByText(/Step 2 of 3 was not asked for yet/)).toBeVisible()
  await page.getByRole('button', { name: 'Fetch next page' }).click()
  await expect(page.getByRole('heading', { name: 'Found: 40' })).toBeVisible()
  await page.getByRole('button', { name: 'Fetch up to' }).click()
  await expect(page.getByRole('heading', { name: 'Found: 45' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Fetch next page' })).toBeHidden()
  // The first one is the test's own.
  expect(await sandbox.log(account.apiKey, 'records')).toHaveLength(4)
})

test('splits a range that Vonage refuses, follows its pages, and saves all of it', async ({
  page,
  account,
  sandbox,
}) => {
  await openForm(page, account)
  await page.getByRole('radio', { name: 'By dates' }).check()
  await page.getByLabel('From', { exact: true }).fill(daysAgo(4))
  await page.getByLabel('To', { exact: true }).fill(daysAgo(3))
  await lookUp(page)
  await expect(page.getByText(/at most 24 hours/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Found: 0' })).toBeVisible()
  await page.getByRole('button', { name: 'Split into 2 steps of 24 hours' }).click()
  await page.getByLabel('Pages to fetch').fill('20')
  await page.getByRole('button', { name: 'Fetch up to' }).click()
  await expect(page.getByRole('button', { name: /^Fetch|^Stop/ })).toHaveCount(0, {
    timeout: 60_000,
  })
  const calls = await sandbox.log(account.apiKey, 'records')
  expect(calls.filter(({ status }) => status === 422)).toHaveLength(1)
  expect(calls.filter(({ status }) => status === 200).length).toBeGreaterThan(2)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as CSV' }).click(),
  ])
  const rows = parse(
    await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts)),
    {
      columns: true,
    },
  ) as Found[]
  const heading = await page.getByRole('heading', { name: /^Found: / }).textContent()
  expect(rows.length).toBe(Number(heading?.replace(/\D/g, '')))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(1000)

  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(records(page).getByRole('cell', { name: '101', exact: true })).toBeVisible()
})

test('never repeats a call whose answer is lost, unless somebody says so', async ({
  page,
  account,
  sandbox,
}) => {
  await sandbox.break({
    name: 'drop-after',
    operation: ['records'],
    account: account.apiKey,
    count: 1,
  })
  await openForm(page, account)
  await page.getByLabel('Ids', { exact: true }).fill('nonsense-1')
  await lookUp(page)
  await expect(page.getByText(/Nobody knows whether Vonage billed/)).toBeVisible()
  expect(await sandbox.log(account.apiKey, 'records')).toHaveLength(1)
  await page.getByRole('button', { name: 'Ask for this page again' }).click()
  await expect(page.getByRole('heading', { name: 'Not found: 1' })).toBeVisible()
  expect(await sandbox.log(account.apiKey, 'records')).toHaveLength(2)
})
