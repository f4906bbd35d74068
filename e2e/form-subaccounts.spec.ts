import { addTestAccount, findMainAccount } from './harness/accounts'
import { daysAgo, fillReport, submitReport } from './pages/new-report'
import { expect, test } from './test'

test('sub-accounts are chosen by name, with their state, and each is asked for', async ({
  page,
  shared,
  sandbox,
}) => {
  const account = await findMainAccount(shared)
  await fillReport(page, { account, product: 'Conversation messages' })
  await page.getByRole('button', { name: 'Choose sub-accounts' }).first().click()
  const picker = page.getByRole('dialog', { name: 'Choose sub-accounts' })
  await expect(picker.getByText('13 of 13 shown, 1 ticked')).toBeVisible()
  await expect(picker.getByText('Suspended').first()).toBeVisible()
  await picker.getByRole('button', { name: 'Untick' }).click()
  await expect(picker.getByRole('button', { name: 'Choose at least one' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  const boxes = picker.getByRole('checkbox')
  await boxes.nth(1).check()
  await boxes.nth(2).check()
  await picker.getByRole('button', { name: 'Use 2' }).click()
  const target = page.getByLabel('Account ID', { exact: true })
  await expect(target).toHaveAccessibleDescription(/2 values: one request for each/)
  const keys = (await target.inputValue()).split('\n')
  await submitReport(page)
  await expect
    .poll(async () =>
      (await sandbox.questions(account.apiKey))
        .filter(({ product }) => product === 'CONVERSATION-MESSAGE')
        .map(({ accountId }) => accountId)
        .toSorted(),
    )
    .toEqual(keys.toSorted())
})

test('many sub-accounts in one request are advised against, and taken apart by one click', async ({
  page,
  shared,
  account: other,
}) => {
  const account = await findMainAccount(shared)
  await fillReport(page, {
    account,
    product: 'Speech recognition',
    from: daysAgo(4),
    to: daysAgo(4),
  })
  await page.getByLabel('Include subaccounts', { exact: true }).check()
  await expect(page.getByText(`${account.label} has 12 sub-accounts`)).toBeVisible()
  // Another account would lose its sub-accounts by that click.
  const askEach = page.getByRole('button', { name: 'Ask for each by itself' })
  await expect(askEach).toBeVisible()
  await page.getByRole('button', { name: 'Another account' }).click()
  await page.getByLabel('Account 2', { exact: true }).selectOption(other.id)
  await expect(
    page.getByText(/choose the sub-accounts of each account under its Account ID/),
  ).toBeVisible()
  await expect(askEach).toHaveCount(0)
  await page.getByRole('button', { name: 'Leave out account 2' }).click()
  await askEach.click()
  await expect(page.getByLabel('Include subaccounts', { exact: true })).not.toBeChecked()
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('13 requests')
})

test('several accounts make one report', async ({ page, account, sandbox, shared, secrets }) => {
  const other = await addTestAccount(shared)
  secrets.set('other API secret', other.apiSecret)
  await fillReport(page, { account, product: 'Answering machine detection' })
  await page.getByRole('button', { name: 'Another account' }).click()
  await page.getByLabel('Account 2', { exact: true }).selectOption(other.id)
  await expect(page.getByLabel('Account ID 2', { exact: true })).toHaveValue(other.apiKey)
  await expect(page).toHaveURL(new RegExp(`also=${other.id}`))
  await submitReport(page)
  await expect.poll(() => sandbox.countMade(account.apiKey)).toBe(1)
  await expect.poll(() => sandbox.countMade(other.apiKey)).toBe(1)
})
