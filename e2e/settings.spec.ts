import { signIn } from './harness/people'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('a theme goes with the person to another browser, from the first paint on', async ({
  page,
  browser,
  person,
  playwright,
  shared,
}) => {
  await page.goto('/settings')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.getByText('Theme changed').first()).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  const elsewhere = await browser.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, person),
  })
  const html = await (await elsewhere.request.get('/reports')).text()
  expect(html).toMatch(/<html[^>]*data-theme="dark"/)
  const other = await elsewhere.newPage()
  await other.goto('/reports')
  await other.getByRole('button', { name: person.name }).click()
  await expect(other.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked()
  await other.getByRole('menuitemradio', { name: 'Light' }).click()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect
    .poll(async () => (await page.request.get('/reports')).text())
    .toMatch(/<html[^>]*data-theme="light"/)
  await elsewhere.close()
})

test('times are shown in the zone that was chosen, and new reports begin with it', async ({
  page,
  account,
}) => {
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await page.goto('/settings')
  const zone = page.getByLabel('Time zone', { exact: true })
  await expect(zone).toHaveValue('As the browser has it')
  await zone.fill('Australia/Eucla')
  await zone.press('Enter')
  await expect(page.getByText('Time zone changed').first()).toBeVisible()
  await page.reload()
  await expect(zone).toHaveValue('Australia/Eucla')

  await page.goto('/reports/new')
  await expect(page.getByLabel('Time zone', { exact: true })).toHaveValue('Australia/Eucla')
  await page.goto(`/reports/${reportId}`)
  const asked = page.getByRole('main').locator('time').first()
  const there = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Australia/Eucla',
    hour: '2-digit',
    minute: '2-digit',
  })
  const at = new Date((await asked.getAttribute('datetime')) ?? '')
  await expect(asked).toContainText(there.format(at))
})

test('a density that is chosen here holds for the tables', async ({ page }) => {
  await page.goto('/audit')
  const head = page.getByRole('table', { name: 'Audit' }).getByRole('columnheader').first()
  const height = async () => (await head.boundingBox())?.height ?? 0
  const before = await height()
  await page.goto('/settings')
  await page.getByRole('radio', { name: 'Compact' }).check()
  await expect(page.getByText('Density changed').first()).toBeVisible()
  await page.goto('/audit')
  expect(await height()).toBeLessThan(before)
})

test('a new name stands everywhere at once', async ({ page, person }) => {
  await page.goto('/settings')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill(' ')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill(`${person.name} the Second`)
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('button', { name: `${person.name} the Second` })).toBeVisible()
})
