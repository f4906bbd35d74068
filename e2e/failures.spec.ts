import { getDb } from '@/lib/db/client'
import { downloadBy, fetchOriginal, sha256 } from './pages/download'
import { expectState, openHistory, rowsOf } from './pages/history'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

const sms = { product: 'SMS', direction: 'Outbound' } as const

test('a storm of 429 passes, and one report is made', async ({ page, account, sandbox }) => {
  await sandbox.break({
    name: 'rate-limit',
    operation: ['create'],
    account: account.apiKey,
    count: 2,
  })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
  expect(await sandbox.log(account.apiKey, 'create')).toHaveLength(3)
  expect(await sandbox.countMade(account.apiKey)).toBe(1)
})

for (const [fault, made] of [
  ['server-error', 0],
  ['drop-after', 1],
] as const)
  test(`a create that ends in ${fault} is never repeated unless a person says so`, async ({
    page,
    account,
    sandbox,
  }) => {
    const { apiKey } = account
    await sandbox.break({ name: fault, operation: ['create'], account: apiKey, count: 1 })
    await sandbox.break({
      name: 'drop-before',
      operation: ['callback'],
      account: apiKey,
      count: made || 1,
    })
    // Vonage's list is deprecated: where it still answers, it tells what became of the create.
    await sandbox.break({ name: 'not-found', operation: ['list'], account: apiKey })
    await createReport(page, { account, ...sms })
    await expect(page.getByText('Unconfirmed', { exact: true })).toBeVisible()
    expect(await sandbox.log(apiKey, 'create')).toHaveLength(1)
    expect(await sandbox.countMade(apiKey)).toBe(made)

    await page.getByRole('button', { name: 'Send again' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Send this report again?' })
    await expect(dialog).toContainText('makes the report twice')
    await dialog.getByRole('button', { name: 'Don’t send' }).click()
    expect(await sandbox.log(apiKey, 'create')).toHaveLength(1)

    await page.getByRole('button', { name: 'Send again' }).click()
    await dialog.getByRole('button', { name: 'Send again' }).click()
    await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
    expect(await sandbox.log(apiKey, 'create')).toHaveLength(2)
    expect(await sandbox.countMade(apiKey)).toBe(made + 1)
  })

test('a create whose answer was lost is found again by Vonage’s callback', async ({
  page,
  account,
  sandbox,
}) => {
  const { apiKey } = account
  await sandbox.break({ name: 'drop-after', operation: ['create'], account: apiKey, count: 1 })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await expect(timeline).toContainText('Vonage’s answer was lost')
  await expect(timeline).toContainText('The lost request was found at Vonage')
  expect(await sandbox.log(apiKey, 'create')).toHaveLength(1)
})

test('a create whose answer was lost is found again in Vonage’s list, where it still answers', async ({
  page,
  account,
  sandbox,
}) => {
  const { apiKey } = account
  await sandbox.break({ name: 'drop-after', operation: ['create'], account: apiKey, count: 1 })
  await sandbox.break({ name: 'drop-before', operation: ['callback'], account: apiKey })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await expect(timeline).toContainText('Vonage’s answer was lost')
  await expect(timeline).toContainText('The lost request was found at Vonage')
  expect(await sandbox.log(apiKey, 'create')).toHaveLength(1)
  expect(await sandbox.countMade(apiKey)).toBe(1)
})

test('an unconfirmed create can be given up', async ({ page, account, sandbox }) => {
  const { apiKey } = account
  await sandbox.break({ name: 'drop-before', operation: ['create'], account: apiKey, count: 1 })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Unconfirmed', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel report' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Cancel report' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  expect(await sandbox.log(apiKey, 'create')).toHaveLength(1)
})

test('what Vonage could not make is asked for again by a new request in its place', async ({
  page,
  account,
  sandbox,
}) => {
  await sandbox.break({ name: 'failed', account: account.apiKey, count: 1 })
  const first = await createReport(page, { account, ...sms })
  await expect(page.getByText('Failed', { exact: true })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Retry' }).click()
  await page
    .getByRole('alertdialog', { name: 'Ask for these records again?' })
    .getByRole('button', { name: 'Retry', exact: true })
    .click()
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(`/reports/${first}`)
  await expect(page.getByText('Vonage says FAILED.', { exact: true })).toBeVisible()
  await expect(page.getByText('Asked for again; a new request takes its place.')).toBeVisible()
  await openHistory(page, account)
  const rows = rowsOf(page, 'SMS outbound')
  await expect(rows).toHaveCount(1)
  await expectState(rows.nth(0), 'Ready')
  expect(await sandbox.countMade(account.apiKey)).toBe(2)
})

test('a truncated report with a file is kept, and says that rows are missing', async ({
  page,
  account,
  sandbox,
}) => {
  await sandbox.break({ name: 'truncated', account: account.apiKey, count: 1 })
  const reportId = await createReport(page, { account, ...sms })
  await expect(page.getByText('Ready, truncated', { exact: true })).toBeVisible()
  await expect(page.getByText('Rows are missing: Vonage cut the file')).toBeVisible()
  const file = await downloadBy(page, page.getByRole('link', { name: 'Download ZIP' }))
  expect(sha256(file.bytes)).toBe(sha256(await fetchOriginal(sandbox, account, reportId)))
})

test('a truncated report without a file has failed', async ({ page, account, sandbox }) => {
  await sandbox.break({ name: 'truncated-no-link', account: account.apiKey, count: 1 })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Failed', { exact: true })).toBeVisible()
  await expect(page.getByText('Vonage cut the report off and offers no file.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Download ZIP' })).toHaveCount(0)
})

test('a corrupt file is fetched again until it is whole', async ({ page, account, sandbox }) => {
  await sandbox.break({ name: 'zip-bad-crc', account: account.apiKey, count: 1 })
  const reportId = await createReport(page, { account, ...sms })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
  const media = await sandbox.log(account.apiKey, 'media')
  expect(media.map(({ fault }) => fault)).toEqual(['zip-bad-crc', null])
  const file = await downloadBy(page, page.getByRole('link', { name: 'Download ZIP' }))
  expect(sha256(file.bytes)).toBe(sha256(await fetchOriginal(sandbox, account, reportId)))
})

test('a link to another host is not followed with credentials', async ({
  page,
  account,
  sandbox,
}) => {
  const heal = await sandbox.break({ name: 'wrong-link-host', account: account.apiKey })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('The link from Vonage leads elsewhere').first()).toBeVisible()
  await expect(page.getByText('Archiving', { exact: true })).toBeVisible()
  await heal()
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
})

for (const fault of ['empty', 'empty-archive'] as const)
  test(`a report without rows is ready, too (${fault})`, async ({ page, account, sandbox }) => {
    await sandbox.break({ name: fault, account: account.apiKey, count: 1 })
    const reportId = await createReport(page, { account, ...sms })
    await expect(page.getByText('Ready', { exact: true })).toBeVisible()
    await expect(page.getByText(/^0 rows/)).toBeVisible()
    const file = await downloadBy(page, page.getByRole('link', { name: 'Download ZIP' }))
    expect(sha256(file.bytes)).toBe(sha256(await fetchOriginal(sandbox, account, reportId)))
  })

test('statuses and fields that nobody knows do no harm', async ({ page, account, sandbox }) => {
  const { apiKey } = account
  await sandbox.break({ name: 'unknown-status', operation: ['create'], account: apiKey, count: 1 })
  await sandbox.break({ name: 'missing-fields', operation: ['status'], account: apiKey, count: 1 })
  await sandbox.break({ name: 'extra-fields', operation: ['status'], account: apiKey })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText(
    'Vonage says QUEUED_FOR_REVIEW',
  )
})

test('a key that Vonage refuses stops the account, until its secret is replaced', async ({
  page,
  account,
  sandbox,
}) => {
  const { apiKey, apiSecret, label } = account
  await sandbox.break({ name: 'stuck', account: apiKey, count: 1 })
  const reportId = await createReport(page, { account, ...sms })
  await expect(page.getByText('Running', { exact: true })).toBeVisible()
  const heal = await sandbox.break({ name: 'unauthorized', account: apiKey })
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Ask Vonage now' }).click()
  await expect(
    page.getByText('Vonage does not accept the API key and secret').first(),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Go to Accounts' }).click()

  await expect(page.getByRole('row', { name: label })).toContainText('Refused')
  await page.getByRole('button', { name: `More about ${label}` }).click()
  await page.getByRole('menuitem', { name: 'Replace secret' }).click()
  const dialog = page.getByRole('dialog', { name: `Replace the secret of ${label}` })
  const secret = dialog.getByLabel('API secret', { exact: true })
  await secret.fill(apiSecret)
  await dialog.getByRole('button', { name: 'Replace secret' }).click()
  await expect(secret).toHaveAccessibleDescription(/does not know this pair/)

  await heal()
  await dialog.getByRole('button', { name: 'Replace secret' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: label })).toContainText('Works')
  await page.goto(`/reports/${reportId}`)
  await expect(page.getByText('Running', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to Accounts' })).toHaveCount(0)
  expect(await sandbox.countMade(apiKey)).toBe(1)
})

test('a create that Vonage refuses for its key waits, and is sent once the key works', async ({
  page,
  account,
  sandbox,
}) => {
  const heal = await sandbox.break({ name: 'unauthorized', account: account.apiKey })
  await createReport(page, { account, ...sms })
  await expect(page.getByText('Queued', { exact: true })).toBeVisible()
  await expect(
    page.getByText('Vonage does not accept the API key and secret').first(),
  ).toBeVisible()
  await heal()
  await page.goto('/accounts')
  await page.getByRole('button', { name: `More about ${account.label}` }).click()
  await page.getByRole('menuitem', { name: 'Check now' }).click()
  await expect(page.getByRole('row', { name: account.label })).toContainText('Works')
  await openHistory(page, account)
  await expectState(rowsOf(page, 'SMS outbound'), 'Ready')
  expect(await sandbox.countMade(account.apiKey)).toBe(1)
  expect((await getDb().account.findUniqueOrThrow({ where: { id: account.id } })).refusedAt).toBe(
    null,
  )
})
