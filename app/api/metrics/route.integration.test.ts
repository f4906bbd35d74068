import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createWorld, vonageReport, type World } from '@/lib/services/test-world'

vi.mock('@/lib/live/get-hub', () => ({ getHub: () => ({ countStreams: () => 3 }) }))

const token = 'a-token-of-this-test'
let world: World
let ask: (authorization?: string) => Promise<Response>

beforeAll(async () => {
  process.env.METRICS_TOKEN = token
  world = await createWorld()
  const { GET } = await import('./route')
  ask = (authorization) =>
    GET(
      new NextRequest('http://localhost/api/metrics', {
        headers: authorization === undefined ? {} : { authorization },
      }),
    )
})
afterAll(async () => {
  await world.end()
  delete process.env.METRICS_TOKEN
})

/** A metric's value, by its name and labels as they are written. */
async function read(line: string): Promise<number | undefined> {
  const text = await (await ask(`Bearer ${token}`)).text()
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? undefined : Number(found.slice(line.length))
}

it('is for those who have the token, and tells others nothing', async () => {
  for (const wrong of [undefined, '', 'Bearer ', `Bearer ${token}x`, `Basic ${token}`]) {
    const answer = await ask(wrong)
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain('reports_')
  }
  expect((await ask(`Bearer ${token}`)).status).toBe(200)
})

it('tells states, calls, waits and deadlines as they are', async () => {
  const sent = await world.newRequest()
  world.setJson(202, vonageReport(world.url))
  await world.step(sent)
  const failing = await world.newRequest()
  world.setJson(500, {})
  await world.step(failing)
  await world.inState('archiving', {
    finishedSeenAt: new Date(),
    fileDeadline: new Date(Date.now() + 3600_000),
  })
  expect(await read('reports_requests{state="running"}')).toBe(1)
  expect(await read('reports_requests{state="expired"}')).toBe(0)
  expect(await read('reports_upstream_calls_total{answer="ok",operation="create"}')).toBe(1)
  expect(await read('reports_upstream_calls_total{answer="server",operation="create"}')).toBe(1)
  expect(await read('reports_limiter_waits_total{lane="async"}')).toBe(2)
  expect(await read('reports_queue_depth{queue="request"}')).toBeGreaterThanOrEqual(1)
  expect(await read('reports_event_streams')).toBe(3)
  const margin = await read('reports_deadline_margin_seconds')
  expect(margin).toBeGreaterThan(3500)
  expect(margin).toBeLessThanOrEqual(3600)
})

it('has every metric, with every label, that the dashboard and the alerts look at', async () => {
  await world.inState('ready', { finishedSeenAt: new Date(), endedAt: new Date() })
  const { countUp } = await import('@/lib/data/counters/count-up')
  countUp('limiter_refusals', { lane: 'async' })
  const text = await (await ask(`Bearer ${token}`)).text()
  const root = join(import.meta.dirname, '..', '..', '..', 'ops')
  const dashboard = JSON.parse(readFileSync(join(root, 'grafana/dashboard.json'), 'utf8')) as {
    panels: { targets: { expr: string }[] }[]
  }
  const alerts = readFileSync(join(root, 'prometheus/alerts.yml'), 'utf8')
  const expressions = [
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...[...alerts.matchAll(/^ +expr: (.*)$/gm)].map(([, expr]) => expr ?? ''),
  ]
  expect(expressions.length).toBeGreaterThan(20)
  for (const expression of expressions) {
    const names = expression.match(/reports_\w+/g) ?? []
    expect(names.length, expression).toBeGreaterThan(0)
    for (const name of names) expect(text, expression).toMatch(new RegExp(`^${name}[ {]`, 'm'))
    const by = [...expression.matchAll(/by \(([^)]*)\)/g)].flatMap(
      ([, list]) => list?.split(', ') ?? [],
    )
    const chosen = [...expression.matchAll(/[{,](\w+)=~?"/g)].map(([, label]) => label ?? '')
    for (const label of [...by, ...chosen])
      expect(text, expression).toMatch(new RegExp(`^${names[0]}\\{[^}]*\\b${label}="`, 'm'))
  }
  const described = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name)
  expect(described.filter((name) => !expressions.some((one) => one.includes(`${name}`)))).toEqual(
    [],
  )
})
