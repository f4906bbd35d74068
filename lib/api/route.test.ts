import { NextRequest } from 'next/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError, type AppErrorCode, appErrorCodes } from '@/lib/errors/app-error'
import { apiRoute } from './route'

const requireApiUser = vi.hoisted(() => vi.fn())
const reportFault = vi.hoisted(() => vi.fn(() => 'ref12345'))
vi.mock('@/lib/auth/current-user', () => ({ requireApiUser }))
vi.mock('@/lib/errors/report-fault', () => ({ reportFault }))

const request = new NextRequest('http://127.0.0.1:3000/api/things/1')
const context = { params: Promise.resolve({ id: '1' }) }
const ask = (route: ReturnType<typeof apiRoute<{ id: string }>>) => route(request, context)

beforeEach(() => {
  requireApiUser
    .mockReset()
    .mockResolvedValue({ kind: 'user', id: '1', name: 'Ana', role: 'viewer' })
})

it('answers, and lets no cache keep it unless the handler says so', async () => {
  const plain = await ask(apiRoute({ run: async ({ params }) => Response.json(params) }))
  expect(await plain.json()).toEqual({ id: '1' })
  expect(plain.headers.get('cache-control')).toBe('no-store')
  const headers = { 'cache-control': 'private, no-cache' }
  const own = await ask(apiRoute({ run: async () => new Response('', { headers }) }))
  expect(own.headers.get('cache-control')).toBe('private, no-cache')
})

it('answers 401 without a person and 403 without the right, before it runs', async () => {
  const run = vi.fn()
  const forbidden = await ask(apiRoute({ right: 'originals.download', run }))
  expect(forbidden.status).toBe(403)
  requireApiUser.mockRejectedValue(new AppError('unauthenticated', 'Sign in first.'))
  const strange = await ask(apiRoute({ run }))
  expect(strange.status).toBe(401)
  expect(await strange.json()).toEqual({
    title: 'Sign in first.',
    status: 401,
    code: 'unauthenticated',
  })
  expect(run).not.toHaveBeenCalled()
})

const statuses: Record<AppErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  throttled: 429,
  upstream: 502,
  gone: 410,
  unavailable: 503,
}

it.each(appErrorCodes)('gives %s its own status in one shape', async (code) => {
  const fieldErrors = { from: ['Too early.'] }
  const error = new AppError(code, 'No.', { fieldErrors, cause: new Error('inner secret') })
  const answer = await ask(apiRoute({ run: () => Promise.reject(error) }))
  expect(answer.status).toBe(statuses[code])
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const body = { title: 'No.', status: statuses[code], code, errors: fieldErrors }
  expect(await answer.json()).toEqual(body)
})

it('tells nothing of an unexpected fault but its reference in the log', async () => {
  const fault = new Error('password=hunter2 at db.internal')
  const answer = await ask(apiRoute({ run: () => Promise.reject(fault) }))
  expect(answer.status).toBe(500)
  const text = await answer.text()
  expect(text).toContain('ref12345')
  expect(text).not.toMatch(/hunter2|internal/)
  expect(reportFault).toHaveBeenCalledWith(fault, 'GET /api/things/1')
})
