import { getDb } from '@/lib/db/client'
import { addPerson, anonymous, signIn } from './harness/people'
import { expectNoSecret } from './harness/watch-pages'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('no answer holds a secret, whoever asks', async ({
  page,
  account,
  person,
  secrets,
  playwright,
  shared,
}) => {
  const neighbour = await addPerson('analyst')
  const session = await signIn(playwright.request, shared.url, neighbour)
  const cookie = session.cookies.find(({ name }) => name.endsWith('session-token'))
  const sealed = await getDb().accountSecret.findUniqueOrThrow({ where: { accountId: account.id } })
  secrets
    .set('session of another', cookie?.value ?? 'missing')
    .set('password hash of another', neighbour.passwordHash)
    .set('sealed secret', sealed.sealed)
    .set('sandbox secret', shared.sandbox.apiSecret)
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()

  const walk = [
    '/sign-in',
    '/setup',
    '/reports',
    `/reports/${reportId}`,
    '/reports/new',
    `/reports/new?duplicate=${reportId}`,
    '/accounts',
    '/users',
    '/settings',
    '/nowhere',
    '/api/health',
    '/api/ready',
    '/api/reports',
    `/api/reports?q=${account.apiKey}`,
    `/api/reports/${reportId}`,
    `/api/reports/${reportId}/download?format=csv`,
    `/api/reports/${account.id}`,
    '/api/reports/not-an-id',
    '/api/auth/session',
    '/api/auth/csrf',
    '/api/auth/providers',
    '/api/callbacks/not-a-token',
  ]
  const viewer = await addPerson('viewer')
  const people = [
    await page.context().storageState(),
    await signIn(playwright.request, shared.url, viewer),
    anonymous,
  ]
  for (const storageState of people) {
    const client = await playwright.request.newContext({ baseURL: shared.url, storageState })
    for (const path of walk)
      for (const rsc of ['0', '1']) {
        const answer = await client.get(path, { headers: { rsc } })
        expectNoSecret(path, `${await answer.text()}${JSON.stringify(answer.headers())}`, secrets)
      }
    await client.dispose()
  }
  expect(person.passwordHash).toContain('argon2id')
})

test('what the browser loads as scripts and styles holds no secret', async ({
  page,
  secrets,
  account,
  shared,
}) => {
  const assets = new Set<string>()
  page.on('response', (response) => {
    if (response.url().includes('/_next/static/')) assets.add(response.url())
  })
  for (const path of ['/reports', '/reports/new', '/accounts', '/settings']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  expect(assets.size).toBeGreaterThan(5)
  expect(secrets.get('API secret')).toBe(account.apiSecret)
  for (const url of assets) {
    expect(url.startsWith(shared.url)).toBe(true)
    expectNoSecret(url, await (await page.request.get(url)).text(), secrets)
  }
})
