import type { Page } from '@playwright/test'
import { expectPrepared } from './pages/datasets'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

/** Compressed JavaScript that a first visit may cost, in bytes. */
const limits = { signIn: 120_000, history: 200_000, form: 250_000, records: 300_000 }

/** Compressed bytes of the scripts that a page loads until it rests, on a browser that has none of them. */
async function weighScripts(page: Page, path: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  let bytes = 0
  cdp.on('Network.responseReceived', ({ response }) => {
    if (!response.mimeType.includes('javascript')) return
    expect(response.headers['Content-Encoding'], response.url).toBe('br')
    bytes += Number(response.headers['Content-Length'])
  })
  const ahead: string[] = []
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.includes('_rsc=')) ahead.push(request.url)
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await cdp.detach()
  expect(ahead, 'pages that were fetched before anybody asked for them').toEqual([])
  expect(bytes, 'no script was seen at all').toBeGreaterThan(10_000)
  return bytes
}

test('the page to sign in on is light', async ({ page, context }) => {
  await context.clearCookies()
  expect(await weighScripts(page, '/sign-in')).toBeLessThanOrEqual(limits.signIn)
})

test('the history, the form and a report’s records are light', async ({ page, account }) => {
  const id = await createReport(page, { account, product: 'SMS', direction: 'Outbound' })
  expect(await weighScripts(page, '/reports')).toBeLessThanOrEqual(limits.history)
  expect(await weighScripts(page, '/reports/new')).toBeLessThanOrEqual(limits.form)
  // With the charts, which are in sight.
  await expectPrepared(page.request, id)
  expect(await weighScripts(page, `/reports/${id}/records`)).toBeLessThanOrEqual(limits.records)
})
