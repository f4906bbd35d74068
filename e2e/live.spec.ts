import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { switchOff } from '@/lib/data/users/switch-off'
import { closeDb, getDb } from '@/lib/db/client'
import { addTestAccount } from './harness/accounts'
import { startInstance } from './harness/instance'
import { openAnswer } from './harness/open-answer'
import { addPerson, signIn } from './harness/people'
import { addReport, archiveBytes, setState, storeArchive } from './harness/watched-report'
import { expectState, openHistory, rowsOf } from './pages/history'
import { signInByPage } from './pages/sign-in'
import { expect, test } from './test'

/** The poll that goes on beneath a stream comes every 20 s: what shows within this did not come by it. */
const soon = { timeout: 5_000 }

const isLive = (page: Page) => expect(page.getByText('Live', { exact: true })).toBeVisible()

/** Every request that the browser makes from now on to a path. */
function watchRequests(context: BrowserContext, pathname: string): string[] {
  const seen: string[] = []
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === pathname) seen.push(request.url())
  })
  return seen
}

test('a change shows at once, in the history and on the report’s page, without a poll', async ({
  page,
  context,
  account,
  person,
}) => {
  const { id, requestId } = await addReport(account, person)
  await openHistory(page, account)
  const report = await context.newPage()
  await report.goto(`/reports/${id}`)
  for (const open of [page, report]) await isLive(open)
  await expectState(rowsOf(page, 'Watched'), 'Unconfirmed')
  const lists = watchRequests(context, '/api/reports')
  await setState(requestId, 'failed')
  await expect(rowsOf(page, 'Watched').getByText('Failed', { exact: true })).toBeVisible(soon)
  await expect(report.getByText('Failed', { exact: true })).toBeVisible(soon)
  expect(lists.length, 'one change, one read').toBe(1)
  await addReport(account, person)
  await expect(rowsOf(page, 'Watched')).toHaveCount(2, soon)
})

test('new rows wait while somebody reads further down', async ({ page, account, person }) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  for (let index = 0; index < 20; index++) await addReport(account, person)
  await openHistory(page, account)
  await isLive(page)
  const rows = rowsOf(page, 'Watched')
  await expect(rows).toHaveCount(20)
  await page.mouse.wheel(0, 400)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(120)
  const placeOf = () => rows.last().boundingBox()
  const before = await placeOf()
  await addReport(account, person)
  const news = page.getByRole('button', { name: '1 new' })
  await expect(news).toBeVisible(soon)
  expect(await placeOf()).toEqual(before)
  await news.click()
  await expect(rows).toHaveCount(21)
  await expect(rows.first()).toBeInViewport()
})

test('tabs share one stream, and another tab takes it over', async ({
  page,
  context,
  account,
  person,
}) => {
  const streams = watchRequests(context, '/api/reports/events')
  const { requestId } = await addReport(account, person)
  await openHistory(page, account)
  await isLive(page)
  const others = [await context.newPage(), await context.newPage()]
  for (const other of others) {
    await openHistory(other, account)
    await isLive(other)
  }
  expect(streams).toHaveLength(1)
  await setState(requestId, 'cancelled')
  for (const other of others)
    await expect(rowsOf(other, 'Watched').getByText('Cancelled')).toBeVisible(soon)

  const taken = context.waitForEvent('response', (answer) => answer.url() === streams[0])
  await page.close()
  await taken
  expect(streams).toHaveLength(2)
  await setState(requestId, 'failed')
  for (const other of others) {
    await expect(rowsOf(other, 'Watched').getByText('Failed')).toBeVisible(soon)
    await isLive(other)
  }
})

test('a tab takes the stream from one that has fallen silent', async ({
  page,
  context,
  account,
  person,
}) => {
  const streams = watchRequests(context, '/api/reports/events')
  const { requestId } = await addReport(account, person)
  await openHistory(page, account)
  await isLive(page)
  const other = await context.newPage()
  await other.clock.install()
  await openHistory(other, account)
  await isLive(other)
  // As a telephone does with a tab that is out of sight.
  await page.evaluate(() => Reflect.set(BroadcastChannel.prototype, 'postMessage', () => {}))
  const taken = context.waitForEvent('response', (answer) => answer.url() === streams[0])
  await other.clock.fastForward(45_000)
  await taken
  expect(streams).toHaveLength(2)
  await setState(requestId, 'failed')
  for (const open of [other, page])
    await expect(rowsOf(open, 'Watched').getByText('Failed')).toBeVisible(soon)
})

test('a stream of the tab’s own, where a browser can share none', async ({
  page,
  context,
  account,
  person,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  const streams = watchRequests(context, '/api/reports/events')
  const { requestId } = await addReport(account, person)
  const other = await context.newPage()
  for (const open of [page, other]) {
    await openHistory(open, account)
    await isLive(open)
  }
  expect(streams).toHaveLength(2)
  await setState(requestId, 'failed')
  for (const open of [page, other])
    await expect(rowsOf(open, 'Watched').getByText('Failed')).toBeVisible(soon)
})

test('without a stream the table polls, and says so', async ({
  page,
  context,
  account,
  person,
  tolerated,
}) => {
  tolerated.push(/ERR_FAILED/)
  await context.route('**/api/reports/events', (route) => route.abort())
  const { requestId } = await addReport(account, person)
  await openHistory(page, account)
  await expect(page.getByText('Polling', { exact: true })).toBeVisible()
  await setState(requestId, 'failed')
  await expect(rowsOf(page, 'Watched').getByText('Failed')).toBeVisible(soon)
  await context.unroute('**/api/reports/events')
  await isLive(page)
})

test('one who is switched off loses stream and download within seconds', async ({
  page,
  playwright,
  shared,
  account,
  person,
}) => {
  const { id, requestId } = await addReport(account, person, 'ready')
  await storeArchive(shared.dataDir, requestId)
  const other = await addPerson('analyst')
  const state = await signIn(playwright.request, shared.url, other)
  const stays = await openAnswer(
    `${shared.url}/api/reports/events`,
    await page.context().storageState(),
  )
  const stream = await openAnswer(`${shared.url}/api/reports/events`, state)
  await stream.until(/event: hello/)
  const download = await openAnswer(`${shared.url}/api/reports/${id}/download`, state)
  expect([stream.status, download.status]).toEqual([200, 200])
  await download.until(/./s)
  download.pause()

  const before = performance.now()
  await switchOff({ kind: 'user', id: person.id, name: person.name, role: 'admin' }, other.id)
  expect(await stream.end()).toBe('whole')
  expect(stream.text()).toContain('event: end')
  // Unread until now: the server does not wait for its reader.
  expect(await download.end()).toBe('broken')
  expect(download.text().length).toBeLessThan(archiveBytes)
  expect(performance.now() - before).toBeLessThan(5_000)
  expect((await openAnswer(`${shared.url}/api/reports/events`, state)).status).toBe(401)
  expect(stays.text()).not.toContain('event: end')
})

test('the page of one who is switched off says that the session has ended', async ({
  browser,
  playwright,
  shared,
  account,
  person,
  tolerated,
}) => {
  tolerated.push(/401/)
  const other = await addPerson('analyst')
  const context = await browser.newContext({
    baseURL: shared.url,
    storageState: await signIn(playwright.request, shared.url, other),
  })
  const page = await context.newPage()
  await openHistory(page, account)
  await isLive(page)
  await switchOff({ kind: 'user', id: person.id, name: person.name, role: 'admin' }, other.id)
  await expect(page.getByText('Your session has ended')).toBeVisible(soon)
  await expect(page.getByText(/^Not live/)).toBeVisible(soon)
  await context.close()
})

test('nobody without a session, and nobody too often', async ({ shared, page }) => {
  const url = `${shared.url}/api/reports/events`
  expect((await openAnswer(url, { cookies: [] })).status).toBe(401)
  const state = await page.context().storageState()
  const open = await Promise.all(Array.from({ length: 21 }, () => openAnswer(url, state)))
  expect(open.map(({ status }) => status).sort()).toEqual([...Array(20).fill(200), 429])
  const refused = open.find(({ status }) => status === 429)
  await refused?.end()
  expect(refused?.text()).toContain('20 live connections')
})

// A product of the test's own, which it may stop.
test('a page outlives its server, and is live again', async ({ browser, tolerated }) => {
  // The page tells of the server that is gone.
  tolerated.push(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/)
  const admin = { email: 'ana@example.com', password: 'correct horse battery staple' }
  const own = await startInstance({ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password })
  const sharedUrl = process.env.DATABASE_URL
  try {
    const context = await browser.newContext({ baseURL: own.url })
    const page = await context.newPage()
    await signInByPage(page, admin)
    await isLive(page)
    await own.killAll()
    await expect(page.getByText(/^Not live/)).toBeVisible()
    await own.restart()
    await isLive(page)

    process.env.DATABASE_URL = own.databaseUrl
    mkdirSync(join(own.dataDir, 'keys-in-use'))
    const account = await addTestAccount({ ...own, keySecret: 'unused' })
    const user = await getDb().user.findFirstOrThrow({ where: { email: admin.email } })
    await addReport(account, { ...admin, ...user, passwordHash: '' })
    await expect(rowsOf(page, 'Watched')).toHaveCount(1, soon)
    await context.close()
  } finally {
    await closeDb()
    process.env.DATABASE_URL = sharedUrl
    await own.end()
  }
})
