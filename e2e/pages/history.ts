import { expect, type Locator, type Page } from '@playwright/test'
import type { TestAccount } from '../harness/accounts'

/** Opens the history with the reports of one account, or all. */
export async function openHistory(page: Page, account?: TestAccount): Promise<void> {
  await page.goto(account ? `/reports?q=${account.apiKey}` : '/reports')
}

/** Rows of the history whose report is titled so, the newest first. */
export function rowsOf(page: Page, title: string | RegExp): Locator {
  return page
    .getByRole('table', { name: 'Reports' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: title }) })
}

/** Opens a filter of the history and chooses one of its values. */
export async function chooseFilter(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole('search').locator('summary', { hasText: filter }).click()
  await page.getByRole('search').getByRole('checkbox', { name: value, exact: true }).check()
}

/** Waits until a row shows a state, in the word that people know. */
export async function expectState(row: Locator, state: string): Promise<void> {
  await expect(row.getByText(state, { exact: true })).toBeVisible({ timeout: 60_000 })
}

/** The id that a row's link leads to. */
export async function findReportId(row: Locator): Promise<string> {
  const href = await row.getByRole('link').first().getAttribute('href')
  return href?.split('/').at(-1) ?? ''
}
