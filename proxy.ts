import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { makeContentSecurityPolicy } from '@/lib/auth/content-security-policy'
import { authCookies } from '@/lib/auth/cookie-names'
import { refuseCrossSite } from '@/lib/auth/cross-site'
import { makeCsrfCookie, readCsrfToken } from '@/lib/auth/csrf-cookie'
import { needsSignIn } from '@/lib/auth/public-path'
import { getEnv } from '@/lib/config/env'
import { getSecrets } from '@/lib/config/secrets'
import { paths } from '@/lib/paths'

/** The first look at a request. It keeps strangers' pages out; who may do what is asked again further in. */
export function proxy(request: NextRequest): NextResponse {
  const policy = makeContentSecurityPolicy(randomBytes(16).toString('base64'))
  const head = trustedHeaders(request)
  // Where Next looks for the nonce of what it writes.
  head.set('content-security-policy', policy)
  const refusal = refuseCrossSite({
    method: request.method,
    pathname: request.nextUrl.pathname,
    origin: request.headers.get('origin'),
    secFetchSite: request.headers.get('sec-fetch-site'),
    appOrigin: getEnv().APP_URL,
    host: head.get('x-forwarded-host') ?? head.get('host'),
  })
  if (refusal) return answerRefusal(refusal)
  const { pathname, search } = request.nextUrl
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (reads && needsSignIn(pathname) && !request.cookies.has(authCookies().sessionToken.name)) {
    const next = pathname === '/' ? undefined : `${pathname}${search}`
    // Next wants it absolute, and sends it relative: the browser stays on the address it uses.
    return keepPrivate(NextResponse.redirect(new URL(paths.signIn(next), request.nextUrl)))
  }
  const response = passOn(request, head)
  if (pathname.startsWith('/api/')) return response
  // What is set here can't be changed further in; what is no page keeps the server's own policy (`web/secure-headers.ts`).
  response.headers.set('content-security-policy', policy)
  return keepPrivate(response)
}

/**
 * The headers that the rest of the server may believe. Next compares the origin of a server action
 * with the forwarded host: that is `APP_URL`'s, or a trusted proxy's, and never the client's.
 */
function trustedHeaders(request: NextRequest): Headers {
  const { APP_URL, TRUST_PROXY } = getEnv()
  const head = new Headers(request.headers)
  if (APP_URL) head.set('x-forwarded-host', new URL(APP_URL).host)
  else if (TRUST_PROXY === 0) head.delete('x-forwarded-host')
  return head
}

/**
 * On its way to the sign-in page a browser gets its csrf cookie, so that the first render has the token.
 * next-auth breaks on a callback cookie that is no URL; our form says where to go, so it gets none.
 */
function passOn(request: NextRequest, head: Headers): NextResponse {
  const { csrfToken, callbackUrl } = authCookies()
  const secret = getSecrets().authSecret
  const isForm = request.nextUrl.pathname === paths.signIn()
  const hasToken = readCsrfToken(request.cookies.get(csrfToken.name)?.value, secret) !== null
  const fresh = isForm && !hasToken ? makeCsrfCookie(secret) : null
  request.cookies.delete(callbackUrl.name)
  if (fresh) request.cookies.set(csrfToken.name, fresh)
  head.set('cookie', request.headers.get('cookie') ?? '')
  const response = NextResponse.next({ request: { headers: head } })
  if (fresh) response.cookies.set(csrfToken.name, fresh, csrfToken.options)
  return response
}

function answerRefusal(title: string): NextResponse {
  return keepPrivate(
    NextResponse.json(
      { title, status: 403, code: 'forbidden' },
      { status: 403, headers: { 'content-type': 'application/problem+json' } },
    ),
  )
}

/** Next has a `Cache-Control` of its own for pages, which lets a browser keep some. */
function keepPrivate(response: NextResponse): NextResponse {
  response.headers.set('cache-control', 'private, no-store')
  return response
}
