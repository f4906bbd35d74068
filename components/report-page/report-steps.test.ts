import { describe, expect, it } from 'vitest'
import type { RequestView, SingleReport } from '@/lib/schemas/views'
import { listReportSteps } from './report-steps'

const report = (request: Partial<RequestView>) =>
  ({
    createdAt: '2026-11-24T10:12:04Z',
    request: {
      state: 'running',
      requestId: null,
      receiveTime: null,
      startTime: null,
      finishedSeenAt: null,
      archive: null,
      ...request,
    },
  }) as SingleReport

const statuses = (request: Partial<RequestView>) =>
  listReportSteps(report(request)).map(({ status }) => status)

describe('listReportSteps', () => {
  it('stands at what is being waited for', () => {
    expect(statuses({ state: 'queued' })).toEqual([
      'done',
      'current',
      'upcoming',
      'upcoming',
      'upcoming',
    ])
    expect(statuses({ requestId: 'r', startTime: '2026-11-24T10:12:31Z' })[2]).toBe('current')
    expect(statuses({ state: 'archiving', requestId: 'r', finishedSeenAt: 'x' })[4]).toBe('current')
  })

  it('is done when the file is ours, even without Vonage’s times', () => {
    const archive = { archivedAt: '2026-11-24T10:19:52Z' } as RequestView['archive']
    const done = { state: 'ready' as const, requestId: 'r', finishedSeenAt: 'x', archive }
    expect(new Set(statuses(done))).toEqual(new Set(['done']))
  })

  it('shows where it stopped', () => {
    expect(listReportSteps(report({ state: 'rejected' }))[1]).toEqual({
      name: 'Rejected',
      status: 'failed',
    })
    expect(statuses({ state: 'cancelled', requestId: 'r' })[2]).toBe('failed')
    expect(statuses({ state: 'expired', requestId: 'r', finishedSeenAt: 'x' })[4]).toBe('failed')
  })
})
