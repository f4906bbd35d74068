import { type Role, roles } from '@/lib/schemas/rights'
import { addTestLookup } from './harness/lookups'
import { addPerson, anonymous, signIn } from './harness/people'
import {
  addressesOf,
  changingRoutes,
  findChangingRoutes,
  findPlaces,
  otherRoutes,
  pages,
  routes,
} from './harness/places'
import { expectPrepared } from './pages/datasets'
import { expectState, openHistory, rowsOf } from './pages/history'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('a viewer sees the history, and can neither ask, cancel nor download', async ({
  page,
  account,
  sandbox,
  browser,
  playwright,
  shared,
}) => {
  const ready = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await sandbox.break({ name: 'stuck', account: account.apiKey, count: 1 })
  const running = await createReport(page, { account, product: 'SMS', direction: 'Inbound' })
  await expect(page.getByText('Running', { exact: true })).toBeVisible()

  // The request behind a button that a viewer does not have.
  const asked = page.waitForRequest((request) => Boolean(request.headers()['next-action']))
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Ask Vonage now' }).click()
  const action = await asked

  const viewer = await addPerson('viewer')
  const context = await browser.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, viewer),
  })
  const look = await context.newPage()
  await openHistory(look, account)
  const row = rowsOf(look, 'SMS outbound')
  await expectState(row, 'Ready')
  await expect(look.getByRole('link', { name: 'New report' })).toHaveCount(0)
  await expect(look.getByRole('link', { name: 'Download' })).toHaveCount(0)
  for (const name of ['Cancel report', 'Retry', /More about/])
    await expect(look.getByRole('button', { name })).toHaveCount(0)

  await look.goto(`/reports/${running}`)
  await expect(look.getByText('Running', { exact: true })).toBeVisible()
  for (const name of ['Cancel report', 'More actions'])
    await expect(look.getByRole('button', { name })).toHaveCount(0)
  await look.goto('/reports/new')
  await expect(look.getByRole('button', { name: 'Create report' })).toHaveCount(0)
  await look.goto('/accounts')
  await expect(look.getByRole('row', { name: account.label })).toBeVisible()
  for (const name of ['Add account', 'Add sandbox account', /More about/])
    await expect(look.getByRole('button', { name })).toHaveCount(0)

  for (const query of ['', '?format=csv']) {
    const file = await context.request.get(`/api/reports/${ready}/download${query}`)
    expect(file.status()).toBe(403)
    expect(file.headers()['content-type']).toContain('json')
  }
  const forged = await context.request.post(action.url(), {
    headers: {
      origin: shared.url,
      'next-action': action.headers()['next-action'] ?? '',
      'content-type': action.headers()['content-type'] ?? '',
      accept: 'text/x-component',
    },
    data: action.postData() ?? '',
  })
  expect(await forged.text()).toContain('"code":"forbidden"')
  await context.close()
})

test('an analyst asks and downloads, and can’t touch accounts', async ({
  account,
  browser,
  playwright,
  shared,
}) => {
  const analyst = await addPerson('analyst')
  const context = await browser.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, analyst),
  })
  const page = await context.newPage()
  await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Download ZIP' })).toBeVisible()
  await page.goto('/accounts')
  await expect(page.getByRole('row', { name: account.label })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add account' })).toHaveCount(0)
  await context.close()
})

test('every page and route is known here, and the others change nothing', () => {
  expect(Object.keys(pages).sort()).toEqual(findPlaces('page.tsx'))
  expect([...Object.keys(routes), ...otherRoutes].sort()).toEqual(findPlaces('route.ts'))
  expect(Object.keys(changingRoutes).sort()).toEqual(findChangingRoutes())
})

test('everybody gets the pages and routes of their role, and strangers those for them', async ({
  page,
  account,
  person,
  playwright,
  shared,
}) => {
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expectPrepared(page.request, reportId)
  const lookupId = await addTestLookup(account, person)
  const made = { reportId, accountId: account.id, lookupId }
  for (const role of [null, ...roles]) {
    const client = await playwright.request.newContext({
      baseURL: shared.url,
      maxRedirects: 0,
      storageState: role
        ? await signIn(playwright.request, shared.url, await addPerson(role))
        : anonymous,
    })
    const isLetIn = (may?: readonly Role[]) => !may || (role !== null && may.includes(role))
    for (const { path, may } of addressesOf(pages, made)) {
      const answer = await client.get(path)
      const where = `${path} for ${role ?? 'a stranger'}`
      if (isLetIn(may)) expect([200, 307], where).toContain(answer.status())
      else if (role) expect(answer.status(), where).toBe(404)
      else expect(answer.headers().location, where).toMatch(/^\/sign-in/)
    }
    for (const { path, may } of addressesOf(routes, made)) {
      const answer = await client.get(path)
      const where = `${path} for ${role ?? 'a stranger'}`
      expect(answer.status(), where).toBe(isLetIn(may) ? 200 : role ? 403 : 401)
    }
    // The stream has no end for whoever is let in.
    if (!role) expect((await client.get('/api/reports/events')).status()).toBe(401)
    await client.dispose()
  }
})

test('changes that come from another site, or from nowhere, are refused', async ({
  page,
  shared,
}) => {
  await page.goto('/reports')
  for (const path of [
    '/reports',
    '/accounts',
    '/sign-in',
    '/api/auth/callback/credentials',
    '/api/auth/signout',
  ])
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const answer = await page.request.post(path, {
        headers: { ...(origin && { origin }), 'next-action': '00' },
        data: '[]',
      })
      expect([path, origin, answer.status()]).toEqual([path, origin, 403])
    }
  // Vonage's callback comes from nowhere, and carries a token instead.
  const callback = await page.request.post('/api/callbacks/not-a-token', { data: {} })
  expect(callback.status()).toBe(404)
  expect(await (await page.request.get(`${shared.url}/api/reports`)).status()).toBe(200)
})
