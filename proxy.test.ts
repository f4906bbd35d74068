import { NextRequest } from 'next/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const session = 'next-auth.session-token=x'

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
})
afterEach(() => vi.unstubAllEnvs())

async function send(path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) {
  const { proxy } = await import('./proxy')
  const headers = { host: '127.0.0.1:3000', ...(init.headers as Record<string, string>) }
  return proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { ...init, headers }))
}

const passes = (response: Response) => response.headers.get('x-middleware-next') === '1'
const overridden = (response: Response, name: string) =>
  response.headers.get(`x-middleware-request-${name}`)

describe('what changes something', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses a %s without an Origin', async (method) => {
    const response = await send('/reports', { method, headers: { cookie: session } })
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(await response.json()).toMatchObject({ code: 'forbidden', status: 403 })
  })

  it('refuses another site, on sign-in as well', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const path of ['/api/auth/callback/credentials', '/setup', '/api/reports/1']) {
      expect((await send(path, { method: 'POST', headers })).status).toBe(403)
    }
  })

  it('lets the own page and the callback pass', async () => {
    const headers = { origin: 'http://127.0.0.1:3000', cookie: session }
    expect(passes(await send('/reports', { method: 'POST', headers }))).toBe(true)
    expect(passes(await send('/api/callbacks/token', { method: 'POST' }))).toBe(true)
  })

  it('goes by APP_URL, and names it to whoever comes by another address', async () => {
    vi.stubEnv('APP_URL', 'https://reports.example.com')
    const own = { origin: 'https://reports.example.com', 'x-forwarded-host': 'evil.example' }
    const response = await send('/reports', { method: 'POST', headers: own })
    expect(passes(response)).toBe(true)
    expect(overridden(response, 'x-forwarded-host')).toBe('reports.example.com')
    const other = { origin: 'http://127.0.0.1:3000' }
    const refused = await send('/reports', { method: 'POST', headers: other })
    expect((await refused.json()).title).toContain('Open https://reports.example.com')
  })

  it('believes no forwarded host unless a proxy is trusted', async () => {
    const headers = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }
    expect((await send('/reports', { method: 'POST', headers })).status).toBe(403)
    vi.resetModules()
    vi.stubEnv('TRUST_PROXY', '1')
    expect(passes(await send('/reports', { method: 'POST', headers }))).toBe(true)
  })
})

describe('pages', () => {
  it('sends a stranger to sign in, and back to where they wanted to go', async () => {
    const response = await send('/reports?state=ready')
    expect(response.status).toBe(307)
    const location = new URL(response.headers.get('location') ?? '')
    expect(location.pathname).toBe('/sign-in')
    expect(location.searchParams.get('next')).toBe('/reports?state=ready')
  })

  it.each(['/sign-in', '/setup', '/api/reports', '/api/health'])(
    'leaves %s alone',
    async (path) => {
      expect(passes(await send(path))).toBe(true)
    },
  )

  it('hands out a csrf cookie that the first render can use', async () => {
    const response = await send('/sign-in')
    const cookie = response.cookies.get('next-auth.csrf-token')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false })
    const passedOn = decodeURIComponent(overridden(response, 'cookie') ?? '')
    expect(passedOn).toContain(`next-auth.csrf-token=${cookie?.value}`)
  })

  it('keeps a csrf cookie of its own and replaces a forged one', async () => {
    const made = (await send('/sign-in')).cookies.get('next-auth.csrf-token')?.value ?? ''
    const cookieOf = (value: string) => `next-auth.csrf-token=${encodeURIComponent(value)}`
    const again = await send('/sign-in', { headers: { cookie: cookieOf(made) } })
    expect(again.cookies.get('next-auth.csrf-token')).toBeUndefined()
    const forged = await send('/sign-in', { headers: { cookie: cookieOf('abc|abc') } })
    expect(forged.cookies.get('next-auth.csrf-token')?.value).toMatch(/^[0-9a-f]{64}\|/)
  })

  it('takes away a callback cookie, on which next-auth would break', async () => {
    const cookie = 'next-auth.callback-url=garbage; theme=dark'
    const response = await send('/sign-in', { headers: { cookie } })
    expect(overridden(response, 'cookie')).not.toContain('garbage')
    expect(overridden(response, 'cookie')).toContain('theme=dark')
  })

  it('prefixes cookies and makes them secure when people come by https', async () => {
    vi.stubEnv('APP_URL', 'https://reports.example.com')
    const cookie = (await send('/sign-in')).cookies.get('__Host-next-auth.csrf-token')
    expect(cookie).toMatchObject({ secure: true, path: '/' })
  })
})

describe('the policy of pages', () => {
  const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''

  it('goes to the browser and to Next with one nonce, another for each answer', async () => {
    const first = await send('/sign-in')
    const second = await send('/sign-in')
    const nonce = /'nonce-([\w+/=]{24})'/
    expect(policyOf(first)).toMatch(nonce)
    expect(overridden(first, 'content-security-policy')).toBe(policyOf(first))
    expect(nonce.exec(policyOf(first))?.[1]).not.toBe(nonce.exec(policyOf(second))?.[1])
  })

  it('believes no policy that the browser brings', async () => {
    const headers = { 'content-security-policy': "script-src 'nonce-mine'" }
    for (const path of ['/sign-in', '/api/reports', '/_next/static/x.js'])
      expect(overridden(await send(path, { headers }), 'content-security-policy')).not.toContain(
        'mine',
      )
  })

  it('allows no script without the nonce, and no style element but ours', async () => {
    const policy = policyOf(await send('/sign-in'))
    const directives = new Map(
      policy.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1)]),
    )
    expect(directives.get('script-src')).toEqual([
      expect.stringMatching(/^'nonce-/),
      "'strict-dynamic'",
    ])
    expect(directives.get('style-src')).toEqual(["'self'", expect.stringMatching(/^'nonce-/)])
    expect(directives.get('default-src')).toEqual(["'none'"])
    const unsafe = policy.split('; ').filter((text) => text.includes('unsafe'))
    expect(unsafe).toEqual(["style-src-attr 'unsafe-inline'"])
  })
})

it('keeps pages, redirects and refusals out of every cache', async () => {
  const answers = [
    await send('/sign-in'),
    await send('/reports'),
    await send('/reports', { method: 'POST' }),
    await send('/api/reports', { method: 'POST' }),
  ]
  for (const { headers } of answers) expect(headers.get('cache-control')).toBe('private, no-store')
})
