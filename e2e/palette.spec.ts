import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('the palette finds pages, reports and what the page offers', async ({ page, account }) => {
  const id = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await page.goto('/accounts')
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
  const open = async (text: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Go to' }).fill(text)
  }
  await open(account.apiKey)
  await page.getByRole('option', { name: 'SMS outbound' }).click()
  await expect(page).toHaveURL(`/reports/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SMS outbound')

  await open('dupl')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/reports\/new/)
  await expect(page.getByRole('button', { name: 'Create report' })).toBeVisible()

  await open('help')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()

  await open('no such thing at all')
  await expect(page.getByText('Nothing by this name.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
