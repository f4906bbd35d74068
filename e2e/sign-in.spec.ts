import { addPerson, signIn } from './harness/people'
import { signInByPage, submitSignIn } from './pages/sign-in'
import { expect, test } from './test'

test.use({ storageState: undefined })

test('a wrong password is refused, the right one leads to where the person was going', async ({
  page,
  person,
  tolerated,
}) => {
  // The browser tells of the refused request itself.
  tolerated.push(/status of 401/)
  await page.goto('/accounts')
  await expect(page).toHaveURL('/sign-in?next=%2Faccounts')
  await submitSignIn(page, { email: person.email, password: 'not the password' })
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(person.email)
  await submitSignIn(page, person)
  await expect(page).toHaveURL('/accounts')
})

test('signing out ends the session on the server, too', async ({
  page,
  person,
  context,
  tolerated,
}) => {
  // The table may be asking for news at that moment.
  tolerated.push(/status of 401 .*\/api\/reports/)
  await signInByPage(page, person)
  const cookies = await context.cookies()
  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  // What the browser has kept of a page is not shown to whoever sits there next.
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
  await context.addCookies(cookies)
  expect((await page.request.get('/api/reports')).status()).toBe(401)
})

test('a new password ends the other sessions', async ({ page, person, playwright, shared }) => {
  const elsewhere = await signIn(playwright.request, shared.url, person)
  const other = await playwright.request.newContext({
    baseURL: shared.url,
    storageState: elsewhere,
  })
  expect((await other.get('/api/reports')).status()).toBe(200)

  await signInByPage(page, person)
  await page.goto('/settings')
  const password = `new ${person.password}`
  await page.getByLabel('Current password', { exact: true }).fill('not the password')
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('Current password', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await page.getByLabel('Current password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Password changed', { exact: true })).toBeVisible()
  expect((await other.get('/api/reports')).status()).toBe(401)
  expect((await page.request.get('/api/reports')).status()).toBe(200)
  await other.dispose()
})

test('one session can be ended from another', async ({ page, person, playwright, shared }) => {
  const other = await playwright.request.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, person),
  })
  await signInByPage(page, person)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(page.getByRole('button', { name: 'End all others' })).toBeHidden()
  expect((await other.get('/api/reports')).status()).toBe(401)
  await other.dispose()
})

test('a sign-in begins a session of its own, and ends the one that somebody planted', async ({
  page,
  person,
  context,
  playwright,
  shared,
}) => {
  const thief = await addPerson('viewer')
  const planted = await signIn(playwright.request, shared.url, thief)
  await context.addCookies(planted.cookies)
  await page.goto('/settings')
  await expect(page.getByText(thief.email)).toBeVisible()
  const tokenOf = async () =>
    (await context.cookies()).find(({ name }) => name.endsWith('session-token'))?.value
  const before = await tokenOf()
  expect(before).toBeTruthy()

  // As by a link to the page, which is there for people who are signed in, too.
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const answer = await page.request.post('/api/auth/callback/credentials', {
    headers: { origin: shared.url },
    form: { email: person.email, password: person.password, csrfToken, json: 'true' },
  })
  expect(answer.status()).toBe(200)
  expect(await tokenOf()).not.toBe(before)
  await page.goto('/settings')
  await expect(page.getByText(person.email)).toBeVisible()
  const other = await playwright.request.newContext({ baseURL: shared.url, storageState: planted })
  expect((await other.get('/api/reports')).status()).toBe(401)
  await other.dispose()
})
