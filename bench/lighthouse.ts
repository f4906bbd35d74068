// script/bench lighthouse: Lighthouse's marks for the history with 50 rows and for the form, on the production build.
// It needs Chromium and a build (script/bootstrap --test, script/build.mjs); Lighthouse itself is fetched for the run,
// being too heavy to live with. `--mobile` measures as a slow telephone does; otherwise as a desk computer.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { startInstance } from '@/e2e/harness/instance'
import { closeDb, getDb } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import config from '@/playwright.config'

const version = '13.5.0'
const categories = ['performance', 'accessibility', 'best-practices'] as const
const admin = { email: 'bench@example.com', password: randomUUID() }
/** Where the browser is told what to do. */
const port = await findFreePort()
const mobile = process.argv.includes('--mobile')

const instance = await startInstance({ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password })
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
try {
  process.env.DATABASE_URL = instance.databaseUrl
  await addReports(50)
  await closeDb()
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...config.use?.launchOptions,
    args: [...(config.use?.launchOptions?.args ?? []), `--remote-debugging-port=${port}`],
  })
  await signIn(await browser.newPage())
  const marks: Record<string, object> = {}
  for (const path of [paths.reports, paths.newReport]) {
    // A server’s very first answer reads its code from the disk.
    await browser.request.get(`${instance.url}${path}`)
    marks[path] = await measure(path)
  }
  await browser.close()
  console.log(JSON.stringify({ bench: 'lighthouse', device: mobile ? 'mobile' : 'desktop', marks }))
} finally {
  rmSync(folder, { recursive: true, force: true })
  await instance.end()
}

/** Lighthouse's marks, 0 to 100, by category, in the browser that is signed in. */
async function measure(path: string) {
  const report = join(folder, 'report.json')
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      `lighthouse@${version}`,
      `${instance.url}${path}`,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--port=${port}`,
      `--only-categories=${categories.join(',')}`,
      ...(mobile ? [] : ['--preset=desktop']),
    ],
    { timeout: 120_000, env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
  )
  const said = JSON.parse(readFileSync(report, 'utf8'))
  for (const audit of Object.values<{ id: string; title: string; score: number | null }>(
    said.audits,
  ))
    if (audit.score !== null && audit.score < 0.9)
      console.log(`${path}: ${audit.id} ${audit.score} ${audit.title}`)
  return Object.fromEntries(
    categories.map((name) => [name, Math.round(said.categories[name].score * 100)]),
  )
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${instance.url}${paths.signIn()}`)
  await page.getByLabel('Email', { exact: true }).fill(admin.email)
  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${instance.url}${paths.reports}`)
  await page.close()
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

/** Ended reports of one account, as a history has them. */
async function addReports(count: number): Promise<void> {
  const db = getDb()
  const { id: createdById } = await db.user.findFirstOrThrow({ select: { id: true } })
  const account = await db.account.create({
    data: { label: 'Main account', environment: 'sandbox', apiKey: 'bench123', secretTail: '' },
    select: { id: true },
  })
  const day = 86_400_000
  for (let n = 0; n < count; n += 1) {
    const dateEnd = new Date(Date.now() - n * day)
    const dateStart = new Date(dateEnd.getTime() - 7 * day)
    await db.report.create({
      data: {
        formId: randomUUID(),
        createdById,
        title: 'SMS outbound · Main account',
        timeZone: 'Europe/Berlin',
        parameters: {},
        createdAt: dateEnd,
        requests: {
          create: {
            accountId: account.id,
            product: 'SMS',
            direction: 'outbound',
            targetAccountId: 'bench123',
            dateStart,
            dateEnd,
            filters: {},
            state: n % 5 === 0 ? 'failed' : 'cancelled',
            endedAt: dateEnd,
          },
        },
      },
      select: { id: true },
    })
  }
}
