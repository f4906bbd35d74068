import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDb } from '@/lib/db/client'
import { makeLink } from '@/lib/services/users'
import { addTestLookup } from './harness/lookups'
import { addPerson, anonymous, signIn } from './harness/people'
import { addressesOf, nowhere, pages, routes } from './harness/places'
import { logsFolder } from './harness/program'
import { expectNoSecret } from './harness/watch-pages'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

test('no answer holds a secret, whoever asks, nor does any log', async ({
  page,
  account,
  person,
  sandbox,
  secrets,
  playwright,
  shared,
}) => {
  const neighbour = await addPerson('analyst')
  const session = await signIn(playwright.request, shared.url, neighbour)
  const cookie = session.cookies.find(({ name }) => name.endsWith('session-token'))
  const sealed = await getDb().accountSecret.findUniqueOrThrow({ where: { accountId: account.id } })
  const reportId = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  const { requestId } = await getDb().reportRequest.findFirstOrThrow({ where: { reportId } })
  const { callback_url: callback } = await (
    await sandbox.fetch(`/v2/reports/${requestId}`, account)
  ).json()
  const actor = { kind: 'user', id: person.id, name: person.name, role: 'admin' } as const
  const { path: link } = await makeLink(actor, neighbour.id)
  secrets
    .set('session of another', cookie?.value ?? 'missing')
    .set('password of another', neighbour.password)
    .set('password hash of another', neighbour.passwordHash)
    .set('sealed secret', sealed.sealed)
    .set('sandbox secret', shared.sandbox.apiSecret)
    .set('callback token', new URL(callback).pathname.split('/').at(-1) ?? 'missing')
    .set('one-time link', link.split('/').at(-1) ?? 'missing')
  for (const [name, secret] of secrets) expect(secret.length, name).toBeGreaterThan(15)

  const lookupId = await addTestLookup(account, person)
  const made = { reportId, accountId: account.id, lookupId }
  const walk = [
    ...addressesOf({ ...pages, ...routes }, made).map(({ path }) => path),
    ...nowhere(made),
  ]
  const viewer = await addPerson('viewer')
  const people = [
    await page.context().storageState(),
    await signIn(playwright.request, shared.url, viewer),
    anonymous,
  ]
  for (const storageState of people) {
    const client = await playwright.request.newContext({
      baseURL: shared.url,
      storageState,
      extraHTTPHeaders: { origin: shared.url },
    })
    for (const path of walk)
      for (const rsc of ['0', '1']) {
        const answer = await client.get(path, { headers: { rsc } })
        expectNoSecret(path, `${await answer.text()}${JSON.stringify(answer.headers())}`, secrets)
      }
    // What goes wrong on the server's side is answered, and logged, in words of its own.
    for (const path of ['/accounts', '/settings', '/api/reports', new URL(callback).pathname])
      for (const body of ['{', JSON.stringify([{ apiSecret: account.apiSecret }])]) {
        const headers = { 'next-action': '00'.repeat(21), 'content-type': 'text/plain' }
        const answer = await client.post(path, { headers, data: body })
        expectNoSecret(path, await answer.text(), secrets)
      }
    await client.dispose()
  }
  for (const name of readdirSync(logsFolder).filter((file) => file.startsWith('server-')))
    expectNoSecret(name, readFileSync(join(logsFolder, name), 'utf8'), secrets)
})

test('what actions answer holds no secret, also when they refuse', async ({
  page,
  account,
  person,
  secrets,
  tolerated,
}) => {
  tolerated.push(/status of 4\d\d/)
  // All that this page is told is searched by the fixture.
  secrets.set('typed secret', 'a-secret-that-is-typed-1')
  await page.goto('/accounts')
  await page.getByRole('button', { name: 'Add account' }).click()
  const add = page.getByRole('dialog', { name: 'Add account' })
  await add.getByLabel('Label', { exact: true }).fill('Wrong')
  await add.getByLabel('API key', { exact: true }).fill(account.apiKey)
  await add.getByLabel('API secret', { exact: true }).fill('a-secret-that-is-typed-1')
  await add.getByLabel('Environment', { exact: true }).selectOption('sandbox')
  await add.getByRole('button', { name: 'Save account' }).click()
  await expect(add.getByText(/already here/).first()).toBeVisible()

  await page.goto('/settings')
  await page.getByLabel('Current password', { exact: true }).fill('a-secret-that-is-typed-1')
  await page.getByLabel('New password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('That is not your current password.')).toBeVisible()
  await page.goto('/audit?kind=password')
  await expect(page.getByText('the current password was wrong').first()).toBeVisible()
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
