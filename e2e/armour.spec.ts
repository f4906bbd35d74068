import type { APIResponse, Page } from '@playwright/test'
import type { TestAccount } from './harness/accounts'
import { startInstance } from './harness/instance'
import { addTestLookup } from './harness/lookups'
import type { Person } from './harness/people'
import { addressesOf, type Made, nowhere, pages, routes } from './harness/places'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
}

async function makeAll(page: Page, account: TestAccount, person: Person): Promise<Made> {
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  return { reportId, accountId: account.id, lookupId: await addTestLookup(account, person) }
}

async function expectArmour(path: string, answer: APIResponse): Promise<void> {
  const headers = answer.headers()
  expect(headers, path).toMatchObject(always)
  expect(headers['permissions-policy'], path).toContain('camera=()')
  expect(headers['cache-control'], path).toContain('no-store')
  expect(headers['x-powered-by'], path).toBeUndefined()
  const policy = headers['content-security-policy'] ?? ''
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(policy, path).toContain(part)
  expect(policy.replace("style-src-attr 'unsafe-inline'", ''), path).not.toContain('unsafe')
  if (!headers['content-type']?.startsWith('text/html')) return
  const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? 'none'
  const html = await answer.text()
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  expect(scripts.length, path).toBeGreaterThan(0)
  for (const tag of [...scripts, ...(html.match(/<style\b[^>]*>/g) ?? [])])
    expect([path, tag]).toEqual([path, expect.stringContaining(`nonce="${nonce}"`)])
  expect(html, path).not.toMatch(/<[^>]+\son[a-z]+="|javascript:/)
}

test('every answer, whatever it is, has the headers that keep a browser safe', async ({
  page,
  account,
  person,
  playwright,
  shared,
}) => {
  const made = await makeAll(page, account, person)
  const everywhere = [
    ...addressesOf({ ...pages, ...routes }, made).map(({ path }) => path),
    ...nowhere(made),
    '/reports/',
  ]
  const stranger = await playwright.request.newContext({ baseURL: shared.url })
  for (const path of everywhere)
    for (const client of [page.request, stranger])
      await expectArmour(path, await client.get(path, { maxRedirects: 0 }))
  await expectArmour('POST', await stranger.post('/reports', { maxRedirects: 0 }))
  await expectArmour('RSC', await page.request.get('/reports', { headers: { rsc: '1' } }))
  await stranger.dispose()
})

test('no page breaks its own policy, by script, style or whatever is opened on it', async ({
  page,
  account,
  person,
  tolerated,
}) => {
  tolerated.push(/status of 404/)
  const made = await makeAll(page, account, person)
  for (const path of [
    ...addressesOf(pages, made).map((place) => place.path),
    '/nowhere',
    `/reports/${account.id}`,
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  }
  await page.goto('/reports/new')
  await page.getByRole('button', { name: 'Choose dates' }).first().click()
  await page.keyboard.press('Escape')
  await page.getByLabel('Product', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto(`/reports/${made.reportId}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
})

test('a script that somebody else put into a page does not run', async ({
  browser,
  launchOptions,
  shared,
}) => {
  // A browser that no fixture watches: here a violation is what is to be seen.
  const unwatched = await browser.browserType().launch(launchOptions)
  const page = await unwatched.newPage({ baseURL: shared.url })
  await page.route('**/sign-in', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(
      '</body>',
      '<script>window.stolen = 1</script><img src="x" onerror="window.stolen = 2"></body>',
    )
    await route.fulfill({ response: answer, body })
  })
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.goto('/sign-in')
  await expect
    .poll(() => refused.filter((text) => text.includes('script-src')).length)
    .toBeGreaterThan(1)
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
  await unwatched.close()
})

test('by https, browsers are told to stay there, and cookies go nowhere else', async ({
  playwright,
}) => {
  const origin = 'https://reports.example.com'
  const admin = { ADMIN_EMAIL: 'first@example.com', ADMIN_PASSWORD: 'a long enough password' }
  const instance = await startInstance({ APP_URL: origin, SANDBOX: 'off', ...admin })
  const client = await playwright.request.newContext({
    baseURL: instance.url,
    extraHTTPHeaders: { origin },
  })
  const cookiesOf = (answer: APIResponse) =>
    answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === 'set-cookie')
      .map(({ value }) => value)
  const page = await client.get('/sign-in')
  expect(page.headers()['strict-transport-security']).toMatch(/^max-age=63072000/)
  const [csrf = ''] = cookiesOf(page)
  const csrfToken = /=([0-9a-f]+)/.exec(csrf)?.[1] ?? ''
  const answer = await client.post('/api/auth/callback/credentials', {
    headers: { cookie: csrf.split(';')[0] ?? '' },
    form: {
      email: admin.ADMIN_EMAIL,
      password: admin.ADMIN_PASSWORD,
      csrfToken,
      json: 'true',
    },
  })
  const set = [csrf, ...cookiesOf(answer)]
  expect(set.some((cookie) => cookie.startsWith('__Host-next-auth.session-token='))).toBe(true)
  for (const cookie of set) {
    expect(cookie).toMatch(/^__Host-/)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie.toLowerCase()).toContain(attribute.toLowerCase())
    expect(cookie).not.toMatch(/domain=/i)
  }
  await client.dispose()
  await instance.end()
})
