import type { Page } from '@playwright/test'
import { createReport, daysAgo, fillReport, submitReport } from './pages/new-report'
import { expect, test } from './test'

const requestsOf = (page: Page) => page.getByRole('list', { name: 'Requests to Vonage' })
const summaryOf = (page: Page) => page.getByRole('region', { name: 'Summary' })
const paidOf = (page: Page) => page.getByRole('region', { name: 'Already paid' })

test('several products and both directions make one report, listed before it is sent', async ({
  page,
  account,
  sandbox,
}) => {
  await fillReport(page, { account, product: 'SMS', direction: 'Both' })
  await page.getByRole('button', { name: 'Add products' }).click()
  const picker = page.getByRole('dialog', { name: 'Add products' })
  await picker.getByRole('searchbox', { name: 'Search products' }).fill('mess')
  await picker.getByRole('checkbox', { name: 'Messages', exact: true }).check()
  await picker.getByRole('searchbox', { name: 'Search products' }).fill('verif')
  await picker.getByRole('checkbox', { name: 'Verify (v2)', exact: true }).check()
  await picker.getByRole('button', { name: 'Done' }).click()

  await expect(summaryOf(page)).toContainText('5 requests')
  await expect(requestsOf(page).getByRole('listitem')).toHaveText([
    /SMS inbound/,
    /SMS outbound/,
    /Messages inbound/,
    /Messages outbound/,
    /Verify \(v2\)/,
  ])
  await page.getByRole('button', { name: 'Leave out Messages' }).click()
  await expect(requestsOf(page).getByRole('listitem')).toHaveCount(3)

  await submitReport(page)
  await expect
    .poll(async () => (await sandbox.questions(account.apiKey)).map(describe).toSorted())
    .toEqual(['SMS inbound', 'SMS outbound', 'VERIFY-V2 null'])
})

const describe = ({ product, direction }: { product: string; direction: string | null }) =>
  `${product} ${direction}`

test('a pasted list makes one request for each of its values', async ({
  page,
  account,
  sandbox,
}) => {
  await fillReport(page, { account, product: 'SMS', direction: 'Outbound' })
  const recipient = page.getByLabel('Recipient', { exact: true })
  await recipient.fill('+44 7700 900001\n447700900002;447700900002, ')
  await expect(recipient).toHaveAccessibleDescription(
    /2 values: one request for each\. 1 repetition left out\./,
  )
  await expect(summaryOf(page)).toContainText('recipient is one of 2')
  await submitReport(page)
  await expect
    .poll(async () =>
      (await sandbox.questions(account.apiKey)).map(({ filters }) => filters.to).toSorted(),
    )
    .toEqual(['447700900001', '447700900002'])
})

test('2,000 requests are listed without drawing them all; one more is refused at its field', async ({
  page,
  account,
}) => {
  await fillReport(page, {
    account,
    product: 'SMS',
    direction: 'Both',
    from: daysAgo(100),
    to: daysAgo(1),
  })
  await page.getByRole('radio', { name: 'By day' }).check()
  const numbers = Array.from({ length: 11 }, (_, index) => `4477009000${10 + index}`)
  const recipient = page.getByLabel('Recipient', { exact: true })
  await recipient.fill(numbers.slice(0, 10).join('\n'))
  await expect(summaryOf(page)).toContainText('2,000 requests')
  const rows = requestsOf(page).getByRole('listitem')
  await expect(rows.first()).toContainText('recipient 447700900010')
  expect(await rows.count()).toBeLessThan(40)
  await requestsOf(page).focus()
  await page.keyboard.press('End')
  await expect(rows.last()).toHaveAttribute('aria-posinset', '2000')
  await expect(rows.last()).toContainText('recipient 447700900019')

  await recipient.fill(numbers.join('\n'))
  await page.getByRole('button', { name: 'Create report' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Split' })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await expect(page.getByText(/This makes 2,200 requests; a report can have 2,000/)).toBeVisible()
})

test('what can’t be sent is named and left out, and the rest is sent', async ({
  page,
  account,
  sandbox,
}) => {
  const query = new URLSearchParams([
    ['account', account.id],
    ['product', 'NUMBER-INSIGHT'],
    ['product', 'VIDEO-API'],
    ['from', daysAgo(100)],
    ['to', daysAgo(98)],
  ])
  await page.goto(`/reports/new?${query}`)
  const rows = requestsOf(page).getByRole('listitem')
  await expect(rows.filter({ hasText: 'Video' })).toContainText(
    /Not sent: Vonage keeps records of Video for 90 days/,
  )
  await expect(page.getByText('1 of them can’t be sent and is left out')).toBeVisible()
  await submitReport(page)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const asked = await sandbox.questions(account.apiKey)
  expect(asked.map(({ product }) => product)).toEqual(['NUMBER-INSIGHT'])
})

test('what is paid for already is used, and only the rest is asked for', async ({
  page,
  account,
  sandbox,
}) => {
  await createReport(page, {
    account,
    product: 'SMS',
    direction: 'Outbound',
    from: daysAgo(20),
    to: daysAgo(17),
  })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()

  const again = { account, product: 'SMS', direction: 'Outbound', from: daysAgo(20) } as const
  await fillReport(page, { ...again, to: daysAgo(15) })
  await expect(paidOf(page)).toContainText(
    /4 of 6 days are already in an earlier report: [\d,]+ records/,
  )
  await expect(paidOf(page).getByRole('radio', { name: /Use what is here/ })).toBeChecked()
  await expect(paidOf(page).getByRole('link', { name: /SMS outbound/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Estimate' })).toContainText(/About [\d,]+ records/)
  await submitReport(page)
  await expect.poll(() => sandbox.countMade(account.apiKey)).toBe(2)
  const [, rest] = await sandbox.questions(account.apiKey)
  expect(Number(rest?.dateEnd) - Number(rest?.dateStart)).toBe(2 * 24 * 3600_000)

  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await fillReport(page, { ...again, to: daysAgo(15) })
  await expect(paidOf(page)).toContainText('All of it is already in 2 earlier reports')
  await paidOf(page)
    .getByRole('radio', { name: /Ask for all of it again/ })
    .check()
  await submitReport(page)
  await expect.poll(() => sandbox.countMade(account.apiKey)).toBe(3)
  const third = (await sandbox.questions(account.apiKey))[2]
  expect(Number(third?.dateEnd) - Number(third?.dateStart)).toBe(6 * 24 * 3600_000)
})

test('Cancel asks for nothing', async ({ page, account, sandbox }) => {
  const same = { account, product: 'SMS', direction: 'Inbound' } as const
  await createReport(page, same)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await fillReport(page, same)
  await paidOf(page).getByRole('button', { name: 'Cancel, ask for nothing' }).click()
  await expect(page).toHaveURL('/reports')
  expect(await sandbox.countMade(account.apiKey)).toBe(1)
})
