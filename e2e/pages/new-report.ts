import { expect, type Page } from '@playwright/test'
import type { TestAccount } from '../harness/accounts'

export type Asked = {
  /** Left as it is preset, unless said. */
  account?: TestAccount
  /** The name on screen. */
  product: string
  direction?: 'Inbound' | 'Outbound' | 'Both'
  from?: string
  to?: string
}

/** `YYYY-MM-DD`, so many days ago. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 3600_000).toISOString().slice(0, 10)
}

/** Fills the form as a person does, by what is written on it. */
export async function fillReport(page: Page, asked: Asked): Promise<void> {
  await page.goto('/reports/new')
  if (asked.account)
    await page.getByLabel('Account', { exact: true }).selectOption(asked.account.id)
  await chooseProduct(page, asked.product)
  if (asked.direction) await page.getByRole('radio', { name: asked.direction }).check()
  await page.getByLabel('From', { exact: true }).fill(asked.from ?? daysAgo(4))
  await page.getByLabel('To', { exact: true }).fill(asked.to ?? daysAgo(3))
}

export async function chooseProduct(page: Page, name: string): Promise<void> {
  const product = page.getByLabel('Product', { exact: true })
  await product.fill(name)
  await product.press('Enter')
  await expect(product).toHaveValue(name)
}

/** Presses the button and follows to the report's page. @returns the report's id */
export async function submitReport(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Create report' }).click()
  await page.waitForURL(/\/reports\/[0-9a-f]{8}-[0-9a-f-]{27}$/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

export async function createReport(page: Page, asked: Asked): Promise<string> {
  await fillReport(page, asked)
  return submitReport(page)
}
