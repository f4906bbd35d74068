import { findMainAccount, takeKeyPair } from './harness/accounts'
import { downloadBy } from './pages/download'
import { expectState, openHistory, rowsOf } from './pages/history'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('a key pair is tried before it is saved, and its secret is never shown again', async ({
  page,
  shared,
  secrets,
}) => {
  const { apiKey, apiSecret } = takeKeyPair(shared)
  secrets.set('API secret', apiSecret)
  await page.goto('/accounts')
  await page.getByRole('button', { name: 'Add account', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add account' })
  await dialog.getByLabel('Label', { exact: true }).fill(`Typed ${apiKey}`)
  await dialog.getByLabel('API key', { exact: true }).fill(apiKey)
  await dialog.getByLabel('Environment', { exact: true }).selectOption('sandbox')
  const secret = dialog.getByLabel('API secret', { exact: true })
  await secret.fill('not the secret')
  await dialog.getByRole('button', { name: 'Save account' }).click()
  await expect(secret).toHaveAccessibleDescription(/does not know this pair/)
  await expect(dialog.getByLabel('Label', { exact: true })).toHaveValue(`Typed ${apiKey}`)

  await secret.fill(apiSecret)
  await dialog.getByRole('button', { name: 'Save account' }).click()
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row', { name: `Typed ${apiKey}` })
  await expect(row).toContainText('Works')
  await expect(row).toContainText('Sandbox')
  await expect(row).toContainText(`••••${apiSecret.slice(-4)}`)

  await page.getByRole('button', { name: 'Add account', exact: true }).click()
  await dialog.getByLabel('Label', { exact: true }).fill('Twice')
  await dialog.getByLabel('API key', { exact: true }).fill(apiKey)
  await dialog.getByLabel('Environment', { exact: true }).selectOption('sandbox')
  await secret.fill(apiSecret)
  await dialog.getByRole('button', { name: 'Save account' }).click()
  await expect(dialog.getByLabel('API key', { exact: true })).toHaveAccessibleDescription(
    /already here/,
  )
})

for (const [fault, answer] of [
  ['forbidden', /does not let it use the Reports API/],
  ['drop-before', /did not answer in time|could not be reached/],
  ['server-error', /Vonage has a fault/],
] as const)
  test(`a key that is tried and meets ${fault} is not saved, and says why`, async ({
    page,
    shared,
    sandbox,
  }) => {
    const { apiKey, apiSecret } = takeKeyPair(shared)
    await sandbox.break({ name: fault, operation: ['records'], account: apiKey })
    await page.goto('/accounts')
    await page.getByRole('button', { name: 'Add account', exact: true }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Add account' })
    await dialog.getByLabel('Label', { exact: true }).fill(`Unwell ${apiKey}`)
    await dialog.getByLabel('API key', { exact: true }).fill(apiKey)
    await dialog.getByLabel('Environment', { exact: true }).selectOption('sandbox')
    await dialog.getByLabel('API secret', { exact: true }).fill(apiSecret)
    await dialog.getByRole('button', { name: 'Save account' }).click()
    await expect(dialog.getByText(answer).first()).toBeVisible({ timeout: 30_000 })
    await page.goto('/accounts')
    await expect(page.getByRole('row', { name: `Unwell ${apiKey}` })).toHaveCount(0)
  })

test('an account is renamed and removed, and its history stays', async ({ page, account }) => {
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await page.goto('/accounts')
  await page.getByRole('button', { name: `More about ${account.label}` }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Label', { exact: true }).fill(`Renamed ${account.apiKey}`)
  await dialog.getByRole('button', { name: 'Save label' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: `More about Renamed ${account.apiKey}` }).click()
  await page.getByRole('menuitem', { name: 'Remove account' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove account' }).click()
  await expect(page.getByRole('row', { name: `Renamed ${account.apiKey}` })).toHaveCount(0)
  await openHistory(page, account)
  const row = rowsOf(page, 'SMS outbound')
  await expectState(row, 'Ready')
  await downloadBy(page, row.getByRole('link', { name: 'Download' }))
})

test('the sub-accounts of an account are listed, searched, and told of when they can’t be', async ({
  page,
  shared,
  secrets,
  sandbox,
}) => {
  const { label, apiKey, apiSecret } = await findMainAccount(shared)
  secrets.set('API secret', apiSecret)
  const button = page.getByRole('button', { name: `sub-accounts of ${label}` })
  const dialog = page.getByRole('dialog', { name: `Sub-accounts of ${label}` })
  const heal = await sandbox.break({
    name: 'forbidden',
    operation: ['subaccounts'],
    account: apiKey,
  })
  await page.goto('/accounts')
  await button.click()
  const refusal = dialog.getByText(/Only a primary account/)
  // Another test may have listed them before.
  if (!(await refusal.isVisible())) await dialog.getByRole('button', { name: 'List anew' }).click()
  await expect(refusal).toBeVisible()
  await heal()
  await dialog.getByRole('button', { name: 'List anew' }).click()
  const rows = dialog.getByRole('table', { name: 'Sub-accounts' }).getByRole('row')
  await expect(rows).toHaveCount(13)
  await expect(refusal).toBeHidden()
  await expect(rows.filter({ hasText: 'Staging' })).toContainText('Suspended')
  await dialog.getByLabel('Find a sub-account').fill('müller')
  await expect(rows).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(button).toHaveText(/^12/)
})
