import { randomUUID } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { BrowserContext, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import yauzl from 'yauzl'
import { getDb } from '@/lib/db/client'
import type { TestAccount } from './harness/accounts'
import { downloadBy, sha256 } from './pages/download'
import { expectState, openHistory, rowsOf } from './pages/history'
import { createReport } from './pages/new-report'
import { expect, test } from './test'

const outbound = { product: 'SMS', direction: 'Outbound' } as const
const inbound = { product: 'SMS', direction: 'Inbound' } as const

async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const opened = await yauzl.fromBufferPromise(zip)
  for await (const one of opened.eachEntry())
    files.set(one.fileName, await buffer(await opened.openReadStreamPromise(one)))
  return files
}

async function createReady(
  page: Page,
  account: TestAccount,
  asked: typeof outbound | typeof inbound,
) {
  const reportId = await createReport(page, { account, ...asked })
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  return reportId
}

async function selectAll(page: Page, account: TestAccount) {
  await openHistory(page, account)
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  return page.getByRole('region', { name: 'Selected reports' })
}

/** Asks for the other direction in the same report, as the worker then does it. */
async function addRequest(reportId: string): Promise<string> {
  const db = getDb()
  const first = await db.reportRequest.findFirstOrThrow({ where: { reportId } })
  const { id } = await db.reportRequest.create({
    data: {
      reportId,
      accountId: first.accountId,
      product: 'SMS',
      direction: 'inbound',
      targetAccountId: first.targetAccountId,
      dateStart: first.dateStart,
      dateEnd: first.dateEnd,
      filters: {},
      dueAt: new Date(),
    },
  })
  const isReady = async () => (await db.reportRequest.findUniqueOrThrow({ where: { id } })).state
  await expect.poll(isReady, { timeout: 60_000 }).toBe('ready')
  return id
}

/** A download as a client makes it that is no browser. */
async function fetchAs(context: BrowserContext, url: string): Promise<Response> {
  const cookies = await context.cookies(url)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return fetch(url, { headers: { cookie } })
}

test('the files of selected reports come in one ZIP with a manifest, or in one CSV', async ({
  page,
  account,
}) => {
  await createReady(page, account, outbound)
  await createReady(page, account, inbound)
  const bar = await selectAll(page, account)
  await expect(bar.getByRole('status')).toHaveText('2 selected')
  await bar.getByRole('button', { name: 'Download files' }).click()
  const dialog = page.getByRole('dialog', { name: 'Download files' })
  await expect(dialog).toContainText('2 files of 2 reports')

  const zip = await downloadBy(page, dialog.getByRole('link', { name: 'All files in one ZIP' }))
  expect(zip.name).toBe('2-reports.zip')
  const files = await unzip(zip.bytes)
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
  expect(manifest.complete).toBe(true)
  const listed = manifest.reports.flatMap((report: { files: unknown[] }) => report.files)
  expect(listed).toHaveLength(2)
  for (const file of listed)
    expect(sha256(files.get(file.path) ?? Buffer.alloc(0))).toBe(file.sha256)

  const csv = await downloadBy(page, dialog.getByRole('link', { name: 'SMS in one CSV' }))
  expect(csv.name).toMatch(/^SMS_.*_2-reports\.csv$/)
  const records: Record<string, string>[] = parse(csv.bytes, { columns: true })
  expect(records).toHaveLength(manifest.rows)
  expect(new Set(records.map(({ direction }) => direction))).toEqual(
    new Set(['inbound', 'outbound']),
  )
})

test('deleting files says what is lost, and what is known of them stays', async ({
  page,
  account,
  shared,
}) => {
  const reportId = await createReady(page, account, outbound)
  const where = { request: { reportId } }
  const { storeKey, sha256: hash } = await getDb().archive.findFirstOrThrow({ where })
  const bar = await selectAll(page, account)
  await bar.getByRole('button', { name: 'Delete files' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete 1 file of 1 report?' })
  await expect(dialog).toContainText('Only a backup of the archive store brings it back')
  await expect(dialog).toContainText('Vonage has its copy of it until')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(dialog).toBeHidden()

  await bar.getByRole('button', { name: 'Delete files' }).click()
  await dialog.getByRole('button', { name: 'Delete file' }).click()
  const outcome = page.getByRole('dialog', { name: '1 file deleted' })
  await expect(outcome).toContainText('1 file deleted.')
  await outcome.getByRole('button', { name: 'Close' }).first().click()
  await expect(bar).toBeHidden()
  const row = rowsOf(page, 'SMS outbound')
  await expect(row.getByRole('link', { name: 'Download' })).toBeHidden()
  await expect(stat(join(shared.dataDir, 'archives', storeKey))).rejects.toThrow('ENOENT')

  await page.goto(`/reports/${reportId}`)
  await expect(page.getByText(hash, { exact: true })).toBeVisible()
  await expect(page.getByText('deleted here')).toBeVisible()
  const gone = await page.request.get(`/api/reports/${reportId}/download`)
  expect(gone.status()).toBe(410)
})

test('cancels those of the selected that run, and says which do not', async ({
  page,
  account,
  sandbox,
}) => {
  await createReady(page, account, outbound)
  await sandbox.break({ name: 'stuck', account: account.apiKey, count: 1 })
  await createReport(page, { account, ...inbound })
  await openHistory(page, account)
  await expectState(rowsOf(page, 'SMS inbound'), 'Running')
  const bar = await selectAll(page, account)
  await bar.getByRole('button', { name: 'Cancel reports' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Cancel 1 of 2 reports?' })
  await expect(dialog).toContainText('1 report can’t be cancelled')
  await dialog.getByRole('button', { name: 'Cancel report' }).click()
  await page.getByRole('dialog', { name: '1 request cancelled' }).press('Escape')
  await expectState(rowsOf(page, 'SMS inbound'), 'Cancelled')
  await expectState(rowsOf(page, 'SMS outbound'), 'Ready')
})

test('a report of several files is downloaded whole, and deleted, from its own page', async ({
  page,
  account,
}) => {
  const reportId = await createReady(page, account, outbound)
  await addRequest(reportId)
  await page.reload()
  const zip = await downloadBy(page, page.getByRole('link', { name: 'Download ZIP' }))
  expect(zip.name).toMatch(/^SMS-.*_[0-9a-f]{8}\.zip$/)
  const files = await unzip(zip.bytes)
  expect([...files.keys()].filter((name) => name.endsWith('.zip'))).toHaveLength(2)

  await page.getByRole('button', { name: 'Other formats' }).click()
  const csv = await downloadBy(page, page.getByRole('menuitem', { name: 'SMS, one CSV' }))
  const records: unknown[] = parse(csv.bytes, { columns: true })
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
  expect(records).toHaveLength(manifest.rows)

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete files' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete 2 files of 1 report?' })
  await dialog.getByRole('button', { name: 'Delete 2 files' }).click()
  await page.getByRole('dialog', { name: '2 files deleted' }).press('Escape')
  await expect(page.getByRole('link', { name: 'Download ZIP' })).toBeHidden()
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText(
    '2 archived files were deleted.',
  )
})

test.describe('without scripts', () => {
  test('a report’s files are downloaded all the same', async ({
    page,
    browser,
    account,
    shared,
  }) => {
    const reportId = await createReady(page, account, outbound)
    const storageState = await page.context().storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, storageState })
    const bare = await context.newPage()
    const download = async () => {
      await bare.goto(`${shared.url}/reports/${reportId}`)
      return downloadBy(bare, bare.getByRole('link', { name: 'Download ZIP' }))
    }
    const one = await download()
    expect(one.name).toMatch(/^SMS_outbound_.*\.zip$/)
    await addRequest(reportId)
    const all = await unzip((await download()).bytes)
    expect([...all.keys()]).toContain('manifest.json')
    await context.close()
  })
})

test('a merged download whose part is not what it was is seen to break', async ({
  page,
  context,
  account,
  shared,
}) => {
  const reportId = await createReady(page, account, outbound)
  const requestId = await addRequest(reportId)
  const url = (query: string) => `${shared.url}/api/reports/${reportId}/download${query}`
  const whole = await fetchAs(context, url('?format=csv&product=SMS'))
  expect(whole.status).toBe(200)
  expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(0)

  // Inbound comes first in the CSV: what breaks is the part after it.
  const first = await getDb().reportRequest.findFirstOrThrow({
    where: { reportId, id: { not: requestId } },
    select: { archive: { select: { storeKey: true } } },
  })
  const path = join(shared.dataDir, 'archives', first.archive?.storeKey ?? '')
  const stored = await readFile(path)
  stored[stored.length >> 1] = (stored[stored.length >> 1] ?? 0) ^ 1
  await writeFile(path, stored)
  for (const query of ['?format=csv&product=SMS', '?format=zip-all']) {
    const broken = await fetchAs(context, url(query))
    expect(broken.status).toBe(200)
    await expect(broken.arrayBuffer(), query).rejects.toThrow()
  }
  await page.reload()
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText(
    'A download broke off and is not whole.',
  )
})

for (const [role, buttons] of [
  ['analyst', ['Download files', 'Retry failed', 'Cancel reports', 'Clear selection']],
  ['viewer', ['Clear selection']],
] as const) {
  test.describe(`a person who is ${role}`, () => {
    test.use({ role })

    test('is offered only what the role allows', async ({ page, person, account }) => {
      await getDb().report.create({
        data: {
          formId: randomUUID(),
          createdById: person.id,
          title: `Past of ${account.apiKey}`,
          timeZone: 'UTC',
          parameters: {},
          requests: {
            create: {
              accountId: account.id,
              product: 'SMS',
              direction: 'outbound',
              targetAccountId: account.apiKey,
              dateStart: new Date('2026-06-01T00:00:00Z'),
              dateEnd: new Date('2026-06-02T00:00:00Z'),
              filters: {},
              state: 'cancelled',
            },
          },
        },
      })
      const bar = await selectAll(page, account)
      const names = await bar
        .getByRole('button')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent))
      expect(names).toEqual(buttons)
    })
  })
}
