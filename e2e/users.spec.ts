import { addPerson, signIn } from './harness/people'
import { signInByPage } from './pages/sign-in'
import { expect, test } from './test'

test('a person is invited by a link, comes in, and is switched off at once', async ({
  page,
  browser,
  shared,
  person,
}) => {
  const email = `invited-${person.id}@example.com`
  const password = `chosen behind the link ${person.id}`
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite person' })
  await dialog.getByLabel('Email', { exact: true }).fill(email)
  await dialog.getByRole('radio', { name: 'Viewer' }).check()
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const link = await dialog.getByLabel('One-time link').inputValue()
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const row = page.getByRole('table', { name: 'Users' }).getByRole('row', { name: email })
  await expect(row).toContainText('Invited')
  await page.reload()
  await expect(row).toContainText('Invited')
  expect(await page.content()).not.toContain(new URL(link).pathname)

  const context = await browser.newContext({ baseURL: shared.url, storageState: undefined })
  const invited = await context.newPage()
  await invited.goto(link)
  await invited.getByLabel('Name', { exact: true }).fill('Invited')
  await invited.getByLabel('Password', { exact: true }).fill(password)
  await invited.getByRole('button', { name: 'Set password' }).click()
  await expect(invited).toHaveURL('/sign-in')
  await signInByPage(invited, { email, password })
  await invited.goto(link)
  await expect(invited.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  expect((await context.request.get('/users')).status()).toBe(404)

  await page.reload()
  await expect(row).toContainText('Active')
  await row.getByRole('button', { name: /^More about/ }).click()
  await page.getByRole('menuitem', { name: 'Switch off' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Switch off' }).click()
  await expect(row).toContainText('Switched off')
  expect((await context.request.get('/api/reports')).status()).toBe(401)
  await context.close()
})

test('a reset link and another role hold at once', async ({
  page,
  browser,
  playwright,
  shared,
}) => {
  const ben = await addPerson('analyst')
  const context = await browser.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, ben),
  })
  const bens = await context.newPage()
  await bens.goto('/reports')
  await expect(bens.getByRole('link', { name: 'New report' }).first()).toBeVisible()

  await page.goto('/users')
  const row = page.getByRole('table', { name: 'Users' }).getByRole('row', { name: ben.email })
  await row.getByRole('button', { name: /^More about/ }).click()
  await page.getByRole('menuitem', { name: 'Change role' }).click()
  const roleDialog = page.getByRole('dialog', { name: /^Change the role/ })
  await roleDialog.getByRole('radio', { name: 'Viewer' }).check()
  await roleDialog.getByRole('button', { name: 'Save role' }).click()
  await expect(row).toContainText(/viewer/i)
  await bens.reload()
  await expect(bens.getByRole('heading', { name: 'Reports', exact: true })).toBeVisible()
  await expect(bens.getByRole('link', { name: 'New report' })).toHaveCount(0)
  await bens.close()

  await row.getByRole('button', { name: /^More about/ }).click()
  await page.getByRole('menuitem', { name: 'Reset password' }).click()
  const dialog = page.getByRole('dialog', { name: /^Reset the password/ })
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const link = await dialog.getByLabel('One-time link').inputValue()
  expect((await context.request.get('/api/reports')).status()).toBe(200)

  const elsewhere = await browser.newContext({ baseURL: shared.url, storageState: undefined })
  const reset = await elsewhere.newPage()
  await reset.goto(link)
  const password = 'another long password'
  await reset.getByLabel('Password', { exact: true }).fill(password)
  await reset.getByRole('button', { name: 'Set password' }).click()
  await expect(reset).toHaveURL('/sign-in')
  expect((await context.request.get('/api/reports')).status()).toBe(401)
  await signInByPage(reset, { email: ben.email, password })
  await elsewhere.close()
  await context.close()
})

test('users are for admins', async ({ playwright, shared }) => {
  for (const role of ['viewer', 'analyst'] as const) {
    const state = await signIn(playwright.request, shared.url, await addPerson(role))
    const other = await playwright.request.newContext({
      baseURL: shared.url,
      storageState: state,
    })
    expect((await other.get('/users')).status()).toBe(404)
    await other.dispose()
  }
})
