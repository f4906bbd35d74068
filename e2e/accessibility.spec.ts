import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { openHistory, rowsOf } from './pages/history'
import { createReport, fillReport } from './pages/new-report'
import { expect, test } from './test'

// Colours that are half-way to another theme have a contrast of their own.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

async function expectNoViolations(
  page: Page,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    )
    expect(told, `${page.url()}, ${colorScheme}`).toEqual([])
  }
}

/** From a phone over 1280 pixels at 200 % to where the whole table has room. */
async function expectNoSideways(page: Page): Promise<void> {
  for (const width of [375, 640, 831, 900, 1088, 1280]) {
    await page.setViewportSize({ width, height: 720 })
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(tooWide, `${page.url()} at ${width}`).toBe(0)
  }
}

test('the pages of a person who is signed in', async ({ page, account, sandbox, tolerated }) => {
  tolerated.push(/status of 404 .*\/nowhere/)
  await sandbox.break({ name: 'failed', account: account.apiKey, count: 1 })
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Failed', { exact: true })).toBeVisible()
  await expectNoViolations(page)
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expectNoViolations(page)
})

test('what opens over a page, and the history at twice its size', async ({ page, account }) => {
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expectNoSideways(page)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectNoViolations(page, ['light'])
  await page.getByRole('menuitem', { name: 'Delete file' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectNoViolations(page, ['dark'])

  await openHistory(page, account)
  await expect(rowsOf(page, /SMS outbound/)).toHaveCount(1)
  await expectNoViolations(page)
  await expectNoSideways(page)
  await page.goto('/storage')
  await expect(page.getByRole('table', { name: 'Kept by account' })).toBeVisible()
  await expectNoSideways(page)
  await page.goBack()
  await page.setViewportSize({ width: 900, height: 600 })
  await page.getByRole('button', { name: 'Columns and density' }).click()
  for (const name of ['Range', 'Rows', 'Size', 'Asked by', 'When'])
    await expect(page.getByRole('menuitemcheckbox', { name })).toHaveText(/Needs a wider window/, {
      useInnerText: true,
    })
  await page.emulateMedia({ forcedColors: 'active' })
  await expectNoViolations(page, ['light'])
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect(page.getByRole('menuitemcheckbox', { name: 'Range' })).toHaveText('Range', {
    useInnerText: true,
  })
})

test('the history, the accounts and the form', async ({ page, account }) => {
  await openHistory(page, account)
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expectNoViolations(page)
  await page.goto('/accounts')
  await expect(page.getByRole('row', { name: account.label })).toBeVisible()
  await expectNoSideways(page)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Add account', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Add account' })).toBeVisible()
  await expectNoViolations(page)

  await fillReport(page, { account, product: 'SMS' })
  await page.getByRole('button', { name: 'Create report' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Direction' })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await expectNoViolations(page)
})

test('the settings, and what is not there', async ({ page, tolerated }) => {
  tolerated.push(/status of 404 .*\/nowhere/)
  await page.goto('/settings')
  await expect(page.getByLabel('New password', { exact: true })).toBeVisible()
  await expectNoViolations(page)
  await page.goto('/audit')
  await expect(page.getByRole('table', { name: 'Audit' })).toBeVisible()
  await expectNoViolations(page)
  await page.goto('/nowhere')
  await expectNoViolations(page)
})

test('the page to sign in on', async ({ page, context }) => {
  await context.clearCookies()
  await page.goto('/sign-in')
  await expect(page.getByLabel('Email', { exact: true })).toBeVisible()
  await expectNoViolations(page)
})
