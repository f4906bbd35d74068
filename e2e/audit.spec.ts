import { readFile } from 'node:fs/promises'
import { getDb } from '@/lib/db/client'
import { addPerson } from './harness/people'
import { createReport } from './pages/new-report'
import { submitSignIn } from './pages/sign-in'
import { expect, test } from './test'

test('the audit tells who did what, from where, is filtered by its address, and saved', async ({
  page,
  account,
  person,
  browser,
  shared,
  tolerated,
}) => {
  tolerated.push(/status of 401/)
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download ZIP' }).click()
  await download

  const somebody = await addPerson('viewer')
  const context = await browser.newContext({ baseURL: shared.url, storageState: undefined })
  const stranger = await context.newPage()
  await stranger.goto('/sign-in')
  await submitSignIn(stranger, { email: somebody.email, password: 'my-other-password' })
  await expect(stranger.getByRole('alert').first()).toBeVisible()
  await context.close()

  await page.goto('/reports')
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await expect(page).toHaveURL('/audit')
  await page.getByLabel('Who', { exact: true }).selectOption(person.id)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(new RegExp(`person=${person.id}`))
  const table = page.getByRole('table', { name: 'Audit' })
  for (const text of [/^Downloaded “SMS outbound/, /^Asked for the report “SMS/, 'Signed in'])
    await expect(table.getByRole('cell', { name: text }).first()).toBeVisible()
  await expect(table.getByRole('row').nth(1)).toContainText(/127\.0\.0\.1 · Chrom/)

  await page.goto(`/audit?kind=sign-in.failed&person=${somebody.id}`)
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText('Could not sign in: the password was wrong')
  await expect(page.getByLabel('What', { exact: true })).toHaveValue('sign-in.failed')
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save as CSV' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^audit_\d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(somebody.email)
  expect(lines[1]).not.toContain('my-other-password')

  await page.getByLabel('Search', { exact: true }).fill('nothing has this in it')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { name: /Nothing like that/ })).toBeVisible()
  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(page).toHaveURL('/audit')
  await expect(table).toContainText('Saved the audit as CSV')
})

test('no route changes an entry', async ({ page, shared }) => {
  await page.goto('/audit')
  const before = await getDb().auditEntry.findMany({ orderBy: { id: 'asc' } })
  const headers = { origin: shared.url }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    for (const path of ['/audit', '/api/audit', `/api/audit/${before[0]?.id}`]) {
      const answer = await page.request.fetch(path, { method, headers, data: { kind: 'x' } })
      expect([method, path, answer.status() >= 400 || path === '/audit']).toEqual([
        method,
        path,
        true,
      ])
    }
  const ids = before.map(({ id }) => id)
  const after = await getDb().auditEntry.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
  })
  expect(after).toEqual(before)
})
