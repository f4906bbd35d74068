import { notFound, redirect } from 'next/navigation'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/errors/app-error'
import { createAction } from './create-action'

const getCurrentUser = vi.hoisted(() => vi.fn())
const reportFault = vi.hoisted(() => vi.fn(() => 'ref12345'))
vi.mock('@/lib/auth/current-user', () => ({ getCurrentUser }))
vi.mock('@/lib/errors/report-fault', () => ({ reportFault }))

const person = (role: string) => ({ kind: 'user', id: '1', name: 'Ana', role })
const schema = z.object({
  label: z.string().min(1, 'Give it a name.'),
  filters: z.object({ country: z.string().length(2, 'Two letters.') }),
})
const input = { label: 'Main', filters: { country: 'ES' } }
const failing = (error: unknown) =>
  createAction({
    schema,
    run: async () => {
      throw error
    },
  })

beforeEach(() => {
  getCurrentUser.mockReset().mockResolvedValue(person('analyst'))
  reportFault.mockClear()
})

describe('createAction', () => {
  it('runs with the parsed input and the person', async () => {
    const run = vi.fn(async () => 7)
    const trimmed = z.object({ label: z.string().trim() })
    const action = createAction({ schema: trimmed, right: 'reports.create', run })
    expect(await action({ label: ' Main ' })).toEqual({ ok: true, data: 7 })
    expect(run).toHaveBeenCalledWith({ input: { label: 'Main' }, user: person('analyst') })
  })

  it('names all faulty fields by their dotted path', async () => {
    const run = vi.fn()
    const action = createAction({ schema, run })
    expect(await action({ label: '', filters: { country: 'Spain' } })).toMatchObject({
      ok: false,
      code: 'invalid',
      fieldErrors: { label: ['Give it a name.'], 'filters.country': ['Two letters.'] },
    })
    expect(run).not.toHaveBeenCalled()
  })

  it.each([undefined, null, 'x', 7, []])('refuses %j, which no form sends', async (garbage) => {
    const action = createAction({ schema, run: async () => 1 })
    const result = await action(garbage as unknown as typeof input)
    expect(result).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('does nothing without a person, whatever the input', async () => {
    getCurrentUser.mockResolvedValue(null)
    const run = vi.fn()
    const result = await createAction({ schema, run })(input)
    expect(result).toMatchObject({ ok: false, code: 'unauthenticated' })
    expect(run).not.toHaveBeenCalled()
  })

  it('does nothing without the right', async () => {
    const run = vi.fn()
    const result = await createAction({ schema, right: 'accounts.manage', run })(input)
    expect(result).toMatchObject({ ok: false, code: 'forbidden' })
    expect(run).not.toHaveBeenCalled()
  })

  it('returns expected failures, without their cause', async () => {
    const fieldErrors = { 'filters.country': ['Vonage does not know it.'] }
    const cause = new Error('upstream secret')
    const result = await failing(new AppError('upstream', 'Refused.', { fieldErrors, cause }))(
      input,
    )
    expect(result).toEqual({ ok: false, code: 'upstream', message: 'Refused.', fieldErrors })
  })

  it.each([
    ['redirect', () => redirect('/reports')],
    ['notFound', () => notFound()],
  ])('lets %s through, unlogged', async (_, signal) => {
    const action = createAction({ schema, run: async () => signal() })
    await expect(action(input)).rejects.toMatchObject({ digest: expect.stringMatching(/^NEXT_/) })
    expect(reportFault).not.toHaveBeenCalled()
  })

  it('logs what is unexpected and throws it without its words', async () => {
    const fault = new Error('secret 12345')
    const thrown = await failing(fault)(input).catch((error: unknown) => error)
    expect(reportFault).toHaveBeenCalledWith(fault, 'server action')
    expect(thrown).toMatchObject({ digest: 'ref12345' })
    expect(String(thrown)).not.toContain('secret')
    expect(thrown).not.toHaveProperty('cause')
  })
})
