import { readFile } from 'node:fs/promises'
import { createReport } from './pages/new-report'
import { submitSignIn } from './pages/sign-in'
import { expect, test } from './test'

test('signing in, a report’s page, its file and the audit need no script', async ({
  page,
  account,
  browser,
  person,
  shared,
}) => {
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()

  const context = await browser.newContext({
    baseURL: shared.url,
    javaScriptEnabled: false,
    storageState: undefined,
    timezoneId: 'Europe/Madrid',
  })
  const plain = await context.newPage()
  await plain.goto(`/reports/${reportId}`)
  await expect(plain).toHaveURL(`/sign-in?next=%2Freports%2F${reportId}`)
  await submitSignIn(plain, { email: person.email, password: 'not the password' })
  await expect(plain.getByRole('alert').first()).toBeVisible()
  await submitSignIn(plain, person)
  await expect(plain).toHaveURL(`/reports/${reportId}`)
  await expect(plain.getByRole('heading', { level: 1 })).toContainText('SMS outbound')
  await expect(plain.getByText('Ready', { exact: true })).toBeVisible()
  await expect(plain.getByText(account.apiKey).first()).toBeVisible()

  const saving = plain.waitForEvent('download')
  await plain.getByRole('link', { name: 'Download ZIP' }).click()
  const file = await saving
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')

  await plain.goto('/audit')
  await plain.getByLabel('Who', { exact: true }).selectOption(person.id)
  await plain.getByRole('button', { name: 'Show' }).click()
  await expect(plain.getByRole('table', { name: 'Audit' })).toContainText(
    'Downloaded “SMS outbound',
  )
  await context.close()
})
