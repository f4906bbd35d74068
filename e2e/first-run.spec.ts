import { closeDb, getDb } from '@/lib/db/client'
import { type RunningInstance, startInstance } from './harness/instance'
import { SandboxAdmin } from './harness/sandbox-admin'
import { downloadBy, fetchOriginal, sha256 } from './pages/download'
import { expectState, findReportId, rowsOf } from './pages/history'
import { createReport, daysAgo, fillReport } from './pages/new-report'
import { signInByPage } from './pages/sign-in'
import { test as base, expect } from './test'

// A product that nobody has set up yet: it makes its own database and its own sandbox, of Vonage's pace.
const test = base.extend<object, { fresh: RunningInstance }>({
  fresh: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const fresh = await startInstance()
      await use(fresh)
      await fresh.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  shared: [
    async ({ fresh }, use) => {
      process.env.DATABASE_URL = fresh.databaseUrl
      await use({ ...fresh, keySecret: '' })
      await closeDb()
    },
    { scope: 'worker' },
  ],
})
test.use({ storageState: undefined })
test.describe.configure({ mode: 'serial' })

const person = { email: 'ana@example.com', password: 'correct horse battery staple' }

test('the first administrator needs the code that the server printed', async ({ page, fresh }) => {
  await page.goto('/')
  await expect(page).toHaveURL('/setup')
  await page.getByLabel('Email', { exact: true }).fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByLabel('Name', { exact: true }).fill('Ana')
  const code = page.getByLabel('Setup code', { exact: true })
  const create = page.getByRole('button', { name: 'Create administrator' })

  await code.fill('AAAA-BBBB-CCCC')
  await create.click()
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(person.email)

  const printed = /one-time code: (\S+)/.exec(fresh.output())?.[1] ?? ''
  await code.fill(printed)
  await create.click()
  await expect(page).toHaveURL('/reports')
  await page.goto('/setup')
  await expect(page).toHaveURL('/reports')
})

test('from the sandbox account to the downloaded file', async ({ page, fresh }) => {
  await signInByPage(page, person)
  await page.goto('/accounts')
  await page.getByRole('button', { name: 'Add sandbox account' }).click()
  const account = page
    .getByRole('table', { name: 'Accounts' })
    .getByRole('row', { name: 'Sandbox' })
  await expect(account).toContainText('Works')

  await createReport(page, { product: 'SMS', direction: 'Outbound' })
  await page.goto('/reports')
  const row = rowsOf(page, 'SMS outbound · Sandbox')
  await expectState(row, 'Ready')
  const reportId = await findReportId(row)
  const file = await downloadBy(page, row.getByRole('link', { name: 'Download' }))

  expect(file.name).toBe(`SMS_outbound_${daysAgo(4)}_${daysAgo(3)}_${reportId.slice(-8)}.zip`)
  const original = await fetchOriginal(new SandboxAdmin(fresh.sandbox), fresh.sandbox, reportId)
  expect(original.length).toBeGreaterThan(1000)
  expect(sha256(file.bytes)).toBe(sha256(original))
})

test('everything is killed while Vonage works, and goes on after a start', async ({
  page,
  fresh,
  tolerated,
}) => {
  // The page that stays open tells of the server that is gone.
  tolerated.push(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/)
  const { apiKey } = fresh.sandbox
  const before = new SandboxAdmin(fresh.sandbox)
  const madeBefore = await before.countMade(apiKey)
  await signInByPage(page, person)
  await fillReport(page, { product: 'SMS', direction: 'Inbound' })
  await page.getByRole('button', { name: 'Create report' }).click()
  await expect.poll(() => before.statuses(apiKey)).toContain('PROCESSING')

  await fresh.killAll()
  await fresh.restart()
  process.env.DATABASE_URL = fresh.databaseUrl

  const { id: reportId } = await getDb().report.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  await page.goto(`/reports/${reportId}`)
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 })
  const sandbox = new SandboxAdmin(fresh.sandbox)
  expect((await sandbox.countMade(apiKey)) - madeBefore).toBe(1)
  expect((await sandbox.log(apiKey, 'create')).length - madeBefore).toBe(1)
  const file = await downloadBy(page, page.getByRole('link', { name: 'Download ZIP' }))
  const original = await fetchOriginal(sandbox, fresh.sandbox, reportId)
  expect(sha256(file.bytes)).toBe(sha256(original))
})

const day = 24 * 3600_000

async function moveProductClock(ms: number): Promise<void> {
  await getDb().$executeRaw`UPDATE "Clock" SET "offsetMs" = "offsetMs" + ${ms}`
}

test('what Vonage has deleted or forgotten is expired', async ({ page, fresh }) => {
  const sandbox = new SandboxAdmin(fresh.sandbox)
  await signInByPage(page, person)
  await sandbox.break({ name: 'server-error', operation: ['media'] })
  // Each of days that no other report has: what is paid for is not asked for again.
  const sms = { product: 'SMS', direction: 'Inbound' } as const
  const unfetched = await createReport(page, { ...sms, from: daysAgo(8), to: daysAgo(7) })
  await expect(page.getByText('Archiving', { exact: true })).toBeVisible({ timeout: 60_000 })
  await sandbox.break({ name: 'stuck' })
  const forgotten = await createReport(page, { ...sms, from: daysAgo(12), to: daysAgo(11) })
  await expect(page.getByText('Running', { exact: true })).toBeVisible()

  await moveProductClock(3 * day)
  await page.goto(`/reports/${unfetched}`)
  await expect(page.getByText('Expired', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Vonage’s file is gone.')).toBeVisible()
  await page.goto(`/reports/${forgotten}`)
  await expect(page.getByText('Running', { exact: true })).toBeVisible()

  await sandbox.advanceClock(4 * day)
  await moveProductClock(day)
  await expect(page.getByText('Expired', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Vonage has forgotten this report.')).toBeVisible()
})
