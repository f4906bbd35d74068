import { randomUUID } from 'node:crypto'
import { getDb } from '@/lib/db/client'
import { expect, test } from './test'

test('an admin sets a budget, and everybody sees where the account stands', async ({
  page,
  account,
}) => {
  await getDb().usageRecord.create({
    data: {
      accountId: account.id,
      recordId: randomUUID(),
      targetAccountId: account.apiKey,
      masterAccountId: account.apiKey,
      receivedAt: new Date(),
      product: 'SMS',
      jobType: 'ASYNC_JOB',
      status: 'SUCCESS',
      itemsWritten: 10_500,
      isCharged: true,
      totalPrice: '4.2004',
      currency: 'EUR',
      tierVolume: '',
      parameters: {},
    },
  })
  await page.goto('/accounts')
  await page.getByRole('button', { name: `More about ${account.label}` }).click()
  await page.getByRole('menuitem', { name: 'Set budget' }).click()
  const dialog = page.getByRole('dialog', { name: `Budget of ${account.label}` })
  await dialog.getByLabel('Warn at').fill('100')
  await dialog.getByLabel('Stop at').fill('50')
  await dialog.getByRole('button', { name: 'Save budget' }).click()
  await expect(dialog.getByText('The warning comes before the stop.')).toBeVisible()
  await dialog.getByLabel('Warn at').fill('4')
  await dialog.getByRole('button', { name: 'Save budget' }).click()
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row', { name: account.label })
  await expect(row).toContainText('4.20 of 50.00 EUR')
  await expect(row).toContainText('Over the warning')

  await page.getByRole('button', { name: `More about ${account.label}` }).click()
  await page.getByRole('menuitem', { name: 'Set budget' }).click()
  await expect(dialog.getByText('4.2004 EUR charged')).toBeVisible()
  await dialog.getByLabel('Warn at').fill('')
  await dialog.getByLabel('Stop at').fill('')
  await dialog.getByRole('button', { name: 'Save budget' }).click()
  await expect(dialog).toBeHidden()
  await expect(row).not.toContainText('50.00')
})
