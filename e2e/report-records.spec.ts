import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { addDecimals } from '@/lib/format/exact-decimal'
import { addPerson, signIn } from './harness/people'
import { createReport } from './pages/new-report'
import { type CsvRecord, readMerged } from './pages/records'
import { expect, test } from './test'

// Colours that are half-way to another theme have a contrast of their own.
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1440, height: 1000 } })

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
  expect(told, page.url()).toEqual([])
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Records' })
const cell = (page: Page, value: string) =>
  grid(page).getByRole('gridcell', { name: value, exact: true }).first()
const recordsLink = (page: Page) =>
  page.getByRole('main').getByRole('link', { name: 'Records', exact: true })

/** How many records the grid says it has. */
async function expectRows(page: Page, count: number): Promise<void> {
  await expect(grid(page)).toHaveAttribute('aria-rowcount', `${count + 1}`)
  await expect(grid(page)).not.toHaveAttribute('aria-busy', 'true')
}

/** The numbers of a table's column, as they stand there. */
async function sumOf(table: Locator, column: number): Promise<number> {
  const texts = await table.getByRole('row').locator(`td:nth-child(${column})`).allTextContents()
  return texts.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)
}

test('a report’s records are looked into, chosen, counted and sent to a colleague', async ({
  page,
  account,
  browser,
  playwright,
  shared,
  tolerated,
}) => {
  const id = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await recordsLink(page).click()
  await page.waitForURL(`/reports/${id}/records`)
  const all = await readMerged(page, id, 'SMS')
  const is = (status: string) => (record: CsvRecord) => record.status === status
  const delivered = all.filter(is('delivered'))
  expect(delivered.length).toBeGreaterThan(0)
  await expectRows(page, all.length)
  await expect(grid(page).getByRole('row').nth(1)).toContainText(all[0]?.message_id ?? '')
  await expect(page.getByText('Times in Europe/Berlin')).toBeVisible()
  await expectNoViolations(page)

  // A value's menu is used by keys alone: it has the focus, and gives it back. No clipboard, as over plain http.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const { keyboard } = page
  const ofFirst = all.filter(is(all[0]?.status ?? ''))
  await grid(page).focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await keyboard.press(key)
  const only = page.getByRole('menuitem', { name: `Only “${all[0]?.status}”` })
  await expect(only).toBeFocused()
  await keyboard.press('c')
  await keyboard.press('Enter')
  const told = page.getByRole('region', { name: 'Notifications' })
  await expect(told).toContainText('Select the text and copy it by hand.')
  await expect(grid(page)).toBeFocused()
  await keyboard.press('Enter')
  await expect(only).toBeFocused()
  await keyboard.press('Enter')
  await expectRows(page, ofFirst.length)
  await page.getByRole('button', { name: `Remove filter: status is ${all[0]?.status}` }).click()
  await expectRows(page, all.length)
  await expect(page.getByRole('searchbox', { name: 'Search records' })).toBeFocused()

  // A click on a value chooses by it; totals and charts are of the same records.
  await cell(page, 'delivered').click()
  await page.getByRole('menuitem', { name: 'Only “delivered”' }).click()
  await expect(page).toHaveURL(/\?is\.status=delivered$/)
  await expectRows(page, delivered.length)
  const cost = addDecimals(...delivered.map(({ total_price }) => total_price ?? '0'))
  await expect(page.getByRole('definition').filter({ hasText: cost.slice(0, 6) })).toBeVisible()
  const byStatus = page.getByRole('table', { name: /Records and cost by status/ })
  await expect(byStatus.getByRole('row')).toHaveCount(2)
  await page.getByLabel('Chart by value').selectOption('By country')
  const byCountry = page.getByRole('table', { name: /by country/ })
  await expect(byCountry).toBeVisible()
  expect(await sumOf(byCountry, 2)).toBe(delivered.length)
  await expect(page.locator('figure svg.recharts-surface').first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Save or show: Records by/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Show as table' }).click()
  const overTime = page.getByRole('table', { name: /^Records by .*, by status$/ })
  await expect(overTime.getByRole('columnheader')).toHaveText(['From', 'delivered', 'All'])
  expect(await sumOf(overTime, 3)).toBe(delivered.length)
  for (const format of ['CSV', 'SVG', 'PNG']) {
    await page
      .getByRole('button', { name: /^Save or show: Records by/ })
      .first()
      .click()
    const saving = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: `Save as ${format}` }).click()
    expect((await saving).suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`))
  }

  // Filters fit to what a column holds; a search goes over all of them.
  await page.getByRole('button', { name: 'Filter latency' }).click()
  await page.getByLabel('At least', { exact: true }).fill('2000')
  await page.getByRole('button', { name: 'Apply' }).click()
  const slow = delivered.filter(({ latency }) => Number(latency) >= 2000)
  await expectRows(page, slow.length)
  await page.getByRole('button', { name: 'Remove filter: status is delivered' }).click()
  const atLeast = page.getByRole('button', { name: 'Remove filter: latency at least 2000' })
  await expect(atLeast, 'the next one').toBeFocused()
  await expectRows(page, all.filter(({ latency }) => Number(latency) >= 2000).length)
  await keyboard.press('Enter')
  await expectRows(page, all.length)
  const wanted = delivered[0]?.message_id ?? ''
  await page.getByRole('searchbox', { name: 'Search records' }).fill(wanted)
  await expectRows(page, 1)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expectRows(page, all.length)
  await page.goBack()
  await expectRows(page, 1)
  await page.goForward()
  await expectRows(page, all.length)

  // Sorted by the server, and walked through by keys to the very end.
  await grid(page).getByRole('button', { name: 'total_price', exact: true }).click()
  await expect(page).toHaveURL(/sort=total_price/)
  await expect(grid(page).getByRole('columnheader', { name: 'total_price' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  const prices = all.map(({ total_price }) => total_price ?? '')
  const dearest = addDecimals(prices.sort((a, b) => Number(a) - Number(b)).at(-1) ?? '')
  const lastRow = grid(page).locator(`[aria-rowindex="${all.length + 1}"]`)
  await expect(lastRow.getByText(dearest, { exact: true })).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: `Record ${all.length.toLocaleString('en')}` })
  await expect(panel.getByText('What Vonage charged for the record.')).toBeVisible()
  await expect(panel.getByText(dearest, { exact: true })).toBeVisible()
  await panel.getByRole('button', { name: 'Copy total_price' }).click()
  await expect(panel.getByRole('status').filter({ hasText: 'Not copied' })).toBeAttached()
  expect(await told.evaluate((region) => region.matches(':popover-open'))).toBe(true)
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(grid(page)).toBeFocused()

  // What can't be read says so once, and can be asked for again.
  tolerated.push(/status of 500/)
  await page.route(/\/records(\/chart)?\?/, (route) =>
    route.request().resourceType() === 'fetch' && route.request().url().includes('/api/')
      ? route.fulfill({ status: 500, json: { title: 'The disk is gone.' } })
      : route.continue(),
  )
  await page.goto(`/reports/${id}/records?is.status=delivered`)
  const totals = page.getByText('What these records come to can’t be read. The disk is gone.')
  await expect(totals).toBeVisible()
  await expect(page.getByText('Not counted')).toBeVisible()
  await page.unrouteAll()
  await totals.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('definition').filter({ hasText: cost.slice(0, 6) })).toBeVisible()

  // Who may not see numbers gets the same view, masked.
  const viewer = await addPerson('viewer')
  const context = await browser.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, viewer),
    viewport: { width: 375, height: 800 },
  })
  const look = await context.newPage()
  await look.emulateMedia({ colorScheme: 'dark' })
  await look.goto(`/reports/${id}/records?is.status=delivered&column=status&column=to`)
  await expectRows(look, delivered.length)
  await expect(look.getByText(/^Masked for you, .*\bfrom, to\b/)).toBeVisible()
  await expect(
    grid(look)
      .getByRole('gridcell', { name: /^\d+•••\d\d$/ })
      .first(),
  ).toBeVisible()
  await expect(look.getByRole('button', { name: 'Filter to', exact: true })).toHaveCount(0)
  expect(await look.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  await expectNoViolations(look)
  await context.close()
})
