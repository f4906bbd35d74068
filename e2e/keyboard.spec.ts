import type { Locator, Page } from '@playwright/test'
import { daysAgo } from './pages/new-report'
import { expect, test } from './test'

/** Presses Tab until the focus is there, as somebody does who has no pointer. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'reached by Tab').toBeFocused()
}

test.describe('from the sign-in', () => {
  test.use({ storageState: undefined })

  test('a report is asked for and downloaded by keys alone', async ({ page, person, account }) => {
    const { keyboard } = page
    await page.goto('/sign-in')
    await tabTo(page, page.getByLabel('Email', { exact: true }))
    await keyboard.type(person.email)
    await tabTo(page, page.getByLabel('Password', { exact: true }))
    await keyboard.type(person.password)
    await keyboard.press('Enter')
    await expect(page).toHaveURL('/reports')

    await tabTo(page, page.getByRole('main').getByRole('link', { name: 'New report' }).first())
    await keyboard.press('Enter')
    const accounts = page.getByLabel('Account', { exact: true })
    await tabTo(page, accounts)
    await keyboard.type(account.label)
    await expect(accounts).toHaveValue(account.id)
    const product = page.getByLabel('Product', { exact: true })
    await tabTo(page, product)
    await keyboard.type('SMS')
    await keyboard.press('Enter')
    await expect(product).toHaveValue('SMS')

    const inbound = page.getByRole('radio', { name: 'Inbound' })
    const create = page.getByRole('button', { name: 'Create report' })
    await tabTo(page, create)
    await keyboard.press('Enter')
    await expect(inbound, 'the first field that is wrong').toBeFocused()
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Outbound' })).toBeChecked()
    for (const [label, day] of [
      ['From', daysAgo(4)],
      ['To', daysAgo(3)],
    ] as const) {
      await tabTo(page, page.getByLabel(label, { exact: true }))
      await keyboard.press('Control+a')
      await keyboard.type(day)
    }
    await tabTo(page, create)
    await keyboard.press('Enter')
    await expect(page.getByText('Ready', { exact: true })).toBeVisible()

    await tabTo(page, page.getByRole('link', { name: 'Download ZIP' }))
    const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.zip$/)

    const more = page.getByRole('button', { name: 'More actions' })
    await tabTo(page, more)
    await keyboard.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await keyboard.press('End')
    await expect(page.getByRole('menuitem', { name: 'Delete file' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await keyboard.press('Escape')
    await expect(more, 'where the dialog was opened from').toBeFocused()
  })
})

test('a dialog gives the focus back to what opened it', async ({ page, account }) => {
  const { keyboard } = page
  await page.goto('/accounts')
  const row = page.getByRole('row', { name: account.label })
  const more = row.getByRole('button', { name: /^More about/ })
  await more.focus()
  for (const [item, wayOut] of [
    ['Rename', 'Escape'],
    ['Remove account', 'Escape'],
    // Its button “Keep it” has the focus.
    ['Remove account', 'Enter'],
  ] as const) {
    await keyboard.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await keyboard.type(item.slice(0, 3))
    await expect(page.getByRole('menuitem', { name: item })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.locator('dialog[open]')).toBeVisible()
    await keyboard.press(wayOut)
    await expect(more, `${item}, ${wayOut}`).toBeFocused()
  }
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(more).toBeFocused()
})
