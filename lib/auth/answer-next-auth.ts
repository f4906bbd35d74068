import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { readBounded } from '@/lib/api/read-bounded'
import { AppError } from '@/lib/errors/app-error'
import { paths } from '@/lib/paths'
import { makeAuthOptions } from './auth-options'
import { safeNext } from './safe-next'

/** What of next-auth is in use. Its own pages, its log and its provider list are not. */
const inUse = new Set(['GET csrf', 'GET session', 'POST callback/credentials', 'POST signout'])
const mostBodyBytes = 16_384

type Context = { params: Promise<{ nextauth: string[] }> }

/** Hands a request to next-auth, if it is one that we use, small, and of the right kind. */
export async function answerNextAuth(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!inUse.has(`${request.method} ${nextauth.join('/')}`)) {
    throw new AppError('not-found', 'There is nothing here.')
  }
  const body = request.method === 'POST' ? await readForm(request) : undefined
  const bounded = body
    ? new NextRequest(request.url, { method: 'POST', headers: request.headers, body })
    : request
  const response: Response = await NextAuth(bounded, context, makeAuthOptions())
  response.headers.set('cache-control', 'no-store')
  return keepRelative(response, readNext(body))
}

async function readForm(request: NextRequest): Promise<Uint8Array<ArrayBuffer>> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new AppError('invalid', 'Send this as a form: application/x-www-form-urlencoded.')
  }
  return readBounded(request, mostBodyBytes)
}

/**
 * next-auth builds absolute URLs from what it takes for our address, which may not be the one that
 * the browser uses; and its error page is ours.
 */
function keepRelative(response: Response, next: string | undefined): Response {
  const target = response.headers.get('location')
  const url = target === null ? null : URL.parse(target, 'http://own.invalid')
  if (!url) return response
  const error =
    url.pathname.startsWith('/api/auth/') && (url.searchParams.get('error') ?? 'Expired')
  const location = error ? signInAgain(error, next) : `${url.pathname}${url.search}`
  const headers = new Headers(response.headers)
  headers.set('location', location)
  return new Response(null, { status: 303, headers })
}

function signInAgain(error: string, next: string | undefined): string {
  const query = new URLSearchParams({ error, ...(next ? { next: safeNext(next) } : {}) })
  return `${paths.signIn()}?${query}`
}

/** Where a form without JavaScript wanted to go, to be asked for again. */
function readNext(body: Uint8Array | undefined): string | undefined {
  if (!body) return undefined
  return new URLSearchParams(new TextDecoder().decode(body)).get('callbackUrl') ?? undefined
}
