import { chooseProduct, daysAgo, fillReport, submitReport } from './pages/new-report'
import { expect, test } from './test'

test.describe('dates', () => {
  test.use({ locale: 'en-US' })

  test('presets and two months by keyboard, with weeks as the language has them', async ({
    page,
    account,
  }) => {
    await fillReport(page, { account, product: 'Speech recognition' })
    const opener = page.getByRole('button', { name: 'Choose dates' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const picker = page.getByRole('dialog', { name: 'Choose dates' })
    await expect(picker.getByRole('grid')).toHaveCount(2)
    await expect(picker.locator('th').first()).toHaveText(/^Su/)
    for (const name of ['Today', 'Last 30 days', 'Last quarter', 'Last 13 months'])
      await expect(picker.getByRole('button', { name: new RegExp(`^${name} \\d`) })).toBeVisible()
    await picker.getByRole('button', { name: /^Yesterday/ }).focus()
    await page.keyboard.press('Enter')
    await expect(picker).toBeHidden()
    await expect(opener).toBeFocused()
    await expect(page.getByLabel('To', { exact: true })).toHaveValue(daysAgo(1))
    await expect(page.getByLabel('From', { exact: true })).toHaveValue(daysAgo(1))
  })
})

test('a product that is kept for 90 days offers no range beyond them', async ({
  page,
  account,
}) => {
  await fillReport(page, { account, product: 'Video' })
  await page.getByRole('button', { name: 'Choose dates' }).click()
  const picker = page.getByRole('dialog', { name: 'Choose dates' })
  await expect(picker.getByRole('button', { name: /Last 13 months/ })).toHaveCount(0)
  await picker.getByRole('button', { name: /Last 90 days/ }).click()
  await submitReport(page)
})

test('dates are read as people type them, and said in words', async ({ page, account }) => {
  await fillReport(page, { account, product: 'Video', from: '1 Oct 2026', to: '2026-10-02 13:30' })
  await page.getByLabel('Time zone', { exact: true }).focus()
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('2026-10-01')
  await expect(
    page.getByText(/1 day 13 h 30 min, 1 Oct 2026 00:00 to 2 Oct 2026 13:30/),
  ).toHaveCount(2)
})

test('the whole form works by keyboard alone', async ({ page, account, sandbox }) => {
  await page.goto('/reports/new')
  await page.getByLabel('Account', { exact: true }).selectOption(account.id)
  await chooseProduct(page, 'SMS')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('Tab')
  await expect(page.getByRole('button', { name: 'Add products' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Search products' })).toBeFocused()
  await page.keyboard.type('traffic')
  await press('Tab', 'Space', 'Escape')
  await expect(page.getByRole('button', { name: 'Leave out SMS traffic control' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add products' })).toBeFocused()
  await press('Tab', 'Space', 'ArrowRight')
  await expect(page.getByRole('radio', { name: 'Outbound' })).toBeChecked()
  await press('Tab')
  await page.keyboard.type(daysAgo(5))
  await press('Tab')
  await page.keyboard.type(daysAgo(4))
  await press('Enter')
  await page.waitForURL(/\/reports\/[0-9a-f]{8}-/)
  await expect.poll(() => sandbox.countMade(account.apiKey)).toBe(2)
})
