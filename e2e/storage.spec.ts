import { downloadBy } from './pages/download'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('an account’s files are kept for some days, and a report on hold for ever', async ({
  page,
  account,
}) => {
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await page.goto('/storage')
  const accounts = page.getByRole('table', { name: 'Kept by account' })
  const row = accounts.getByRole('row', { name: account.label })
  await expect(row).toContainText('for ever')
  await row.getByRole('button', { name: `Change how long ${account.label} is kept` }).click()
  const dialog = page.getByRole('dialog', { name: `How long to keep ${account.label}` })
  const days = dialog.getByLabel('Days', { exact: true })
  await days.fill('soon')
  await dialog.getByRole('button', { name: 'Save days' }).click()
  await expect(days).toHaveAttribute('aria-invalid', 'true')
  await days.fill('30')
  await dialog.getByRole('button', { name: 'Save days' }).click()
  await expect(row).toContainText('30 days')

  const title = `SMS outbound · ${account.label}`
  const next = page.getByRole('table', { name: 'Goes next' }).getByRole('row', { name: title })
  await expect(next).toContainText('until')
  await next.getByRole('button', { name: `Hold ${title}` }).click()
  const held = page.getByRole('table', { name: 'On hold' }).getByRole('row', { name: title })
  await expect(held).toContainText('on hold by')
  await expect(next).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('On hold')
  await expect(page.getByRole('heading', { name: 'Goes next' })).toBeFocused()

  await page.goto(`/reports/${reportId}`)
  const kept = page.getByRole('region', { name: 'Kept' })
  await expect(kept).toContainText('nobody deletes its files')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete file' }).click()
  const confirm = page.getByRole('alertdialog')
  await confirm.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.getByText(/put this report on hold/)).toBeVisible()
  await page.keyboard.press('Escape')
  await kept.getByRole('button', { name: /^Release/ }).click()
  await expect(kept).toContainText('Until')
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('Released from hold.')
  await downloadBy(page, page.getByRole('link', { name: 'Download ZIP' }))
})
