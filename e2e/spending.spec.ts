import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { addDecimals } from '@/lib/format/exact-decimal'
import type { TestAccount } from './harness/accounts'
import { addPerson, signIn } from './harness/people'
import type { SandboxAdmin } from './harness/sandbox-admin'
import { createReport, daysAgo } from './pages/new-report'
import { expect, test } from './test'

type Charge = { request_product: string; total_price: string; is_charged: string; job_type: string }

/** What the sandbox itself says that it charged. */
async function charges(sandbox: SandboxAdmin, account: TestAccount): Promise<Charge[]> {
  const query = new URLSearchParams({
    product: 'REPORTS-USAGE',
    account_id: account.apiKey,
    date_start: new Date(Date.now() - 20 * 3600_000).toISOString(),
    date_end: new Date(Date.now() + 60_000).toISOString(),
  })
  const answer = await sandbox.fetch(`/v2/reports/records?${query}`, account)
  const { records } = (await answer.json()) as { records: Charge[] }
  return records.filter(({ is_charged }) => is_charged === 'TRUE')
}

/** Somebody's script asks Vonage for a report. */
async function askElsewhere(sandbox: SandboxAdmin, account: TestAccount): Promise<void> {
  const answer = await sandbox.fetch('/v2/reports', account, {
    method: 'POST',
    body: JSON.stringify({
      product: 'VOICE-CALL',
      account_id: account.apiKey,
      date_start: `${daysAgo(5)}T00:00:00Z`,
      date_end: `${daysAgo(4)}T00:00:00Z`,
    }),
  })
  const { request_id: id } = await answer.json()
  await expect
    .poll(
      async () => (await (await sandbox.fetch(`/v2/reports/${id}`, account)).json()).request_status,
    )
    .toBe('SUCCESS')
}

const sum = (all: Charge[]) => addDecimals(...all.map(({ total_price }) => total_price))
const rowsIn = (page: Page, table: string) =>
  page.getByRole('table', { name: table, exact: true }).getByRole('row')
const open = (page: Page, account: TestAccount, query = '') =>
  page.goto(`/spending?environment=sandbox&account=${account.id}${query}`)

test('shows what Vonage charged, exactly, ours and what was made elsewhere', async ({
  page,
  account,
  person,
  sandbox,
}) => {
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await askElsewhere(sandbox, account)

  await open(page, account)
  await expect(page.getByRole('heading', { name: 'Nothing was charged' })).toBeVisible()
  await expect(page.getByText('not fetched yet')).toBeVisible()
  await page.getByRole('button', { name: 'Fetch now' }).click()
  const total = rowsIn(page, 'By product')
  await expect(total).toHaveCount(3)

  const all = await charges(sandbox, account)
  const [sms, voice] = ['SMS', 'VOICE-CALL'].map((product) =>
    sum(all.filter(({ request_product }) => request_product === product)),
  )
  expect(all).toHaveLength(2)
  await expect(total.filter({ hasText: 'SMS' })).toContainText(`${sms} EUR`)
  await expect(total.filter({ hasText: 'Voice calls' })).toContainText(`${voice} EUR`)
  await expect(page.getByText(`${sum(all)} EUR`).first()).toBeVisible()
  await expect(rowsIn(page, 'By person').filter({ hasText: person.name })).toContainText(
    `${sms} EUR`,
  )
  await expect(rowsIn(page, 'By person').filter({ hasText: 'Made elsewhere' })).toContainText(
    `${voice} EUR`,
  )
  await expect(rowsIn(page, 'By sub-account').filter({ hasText: account.apiKey })).toContainText(
    `${sum(all)} EUR`,
  )
  const charged = rowsIn(page, 'Charged')
  await expect(charged.filter({ hasText: 'Voice calls' })).toContainText('Made elsewhere')
  // The chart is loaded when it is seen, and has nothing that the table has not.
  await page.getByRole('heading', { name: 'By month' }).scrollIntoViewIfNeeded()
  await expect(page.locator('figure svg.recharts-surface').first()).toBeVisible()

  const file = await page.request.get(`/api/spending?environment=sandbox&account=${account.id}`)
  const lines = parse(await file.text(), { columns: true }) as Record<string, string>[]
  expect(addDecimals(...lines.map(({ total_price }) => total_price ?? ''))).toBe(sum(all))
  expect(lines.map(({ whose }) => whose).sort()).toEqual(['elsewhere', 'ours'])

  await page.getByLabel('Whose', { exact: true }).selectOption('Made elsewhere')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/who=elsewhere/)
  await expect(rowsIn(page, 'By product')).toHaveCount(2)
  await expect(rowsIn(page, 'By product').last()).toContainText('Voice calls')

  await charged.filter({ hasText: 'Voice calls' }).getByRole('link', { name: 'adopt' }).click()
  await page.getByRole('button', { name: 'Adopt report' }).click()
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('Made elsewhere')
})

test('says why usage could not be fetched, and gets over it', async ({
  page,
  account,
  sandbox,
}) => {
  const heal = await sandbox.break({
    name: 'server-error',
    operation: ['create'],
    account: account.apiKey,
  })
  await open(page, account)
  await page.getByRole('button', { name: 'Fetch now' }).click()
  await expect(page.getByText(`${account.label}: Vonage has a fault`)).toBeVisible()
  await heal()
  await page.getByRole('button', { name: 'Fetch now' }).click()
  await expect(page.getByText(/, fetched /)).toBeVisible()
  await expect(page.getByText('Vonage has a fault')).toBeHidden()
})

test('is not for viewers', async ({ playwright, shared }) => {
  const viewer = await addPerson('viewer')
  const client = await playwright.request.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, viewer),
  })
  expect((await client.get('/spending')).status()).toBe(404)
  expect((await client.get('/api/spending')).status()).toBe(403)
  await client.dispose()
})
