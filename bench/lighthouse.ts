// script/bench lighthouse: Lighthouse's marks for the history with 50 rows and for the form, on the production build.
// It needs Chromium and a build (script/bootstrap --test, script/build.mjs); Lighthouse itself is fetched for the run,
// being too heavy to live with. `--mobile` measures as a slow telephone does; otherwise as a desk computer.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startInstance } from '@/e2e/harness/instance'
import { closeDb, getDb } from '@/lib/db/client'
import { paths } from '@/lib/paths'

const version = '13.5.0'
const categories = ['performance', 'accessibility', 'best-practices'] as const
const admin = { email: 'bench@example.com', password: randomUUID() }
const mobile = process.argv.includes('--mobile')

const instance = await startInstance({ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password })
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
try {
  process.env.DATABASE_URL = instance.databaseUrl
  await addReports(50)
  await closeDb()
  const cookie = await signIn()
  const marks = Object.fromEntries(
    [paths.reports, paths.newReport].map((path) => [path, measure(path, cookie)]),
  )
  console.log(JSON.stringify({ bench: 'lighthouse', device: mobile ? 'mobile' : 'desktop', marks }))
} finally {
  rmSync(folder, { recursive: true, force: true })
  await instance.end()
}

/** Lighthouse's marks, 0 to 100, by category. */
function measure(path: string, cookie: string) {
  const headers = join(folder, 'headers.json')
  const report = join(folder, 'report.json')
  writeFileSync(headers, JSON.stringify({ Cookie: cookie }), { mode: 0o600 })
  execFileSync(
    'npx',
    [
      '--yes',
      `lighthouse@${version}`,
      `${instance.url}${path}`,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--extra-headers=${headers}`,
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox',
      ...(mobile ? [] : ['--preset=desktop']),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
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

async function signIn(): Promise<string> {
  const jar = new Map<string, string>()
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${instance.url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, origin: instance.url, cookie: toHeader(jar) },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name) jar.set(name, value ?? '')
    }
    return answer
  }
  const { csrfToken } = (await (await call('/api/auth/csrf')).json()) as { csrfToken: string }
  await call('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ ...admin, csrfToken, json: 'true' }),
  })
  return toHeader(jar)
}

function toHeader(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
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
