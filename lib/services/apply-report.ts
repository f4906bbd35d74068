import type { Claim } from '@/lib/data/requests/lease'
import type { Problem } from '@/lib/schemas/views'
import type { VonageReport } from '@/lib/vonage/parse-report'
import { followDelayMs } from './follow-delay'
import { makeProblem } from './problem'
import type { Outcome } from './settle-request'

/** Vonage keeps a finished file for 72 hours (facts 0.3); when it was finished it does not tell. */
export const fileLifeMs = 72 * 3600_000

/**
 * What Vonage's word about a report means for our request, by the state table of docs/architecture.md.
 * @param running how many requests of the account's key are being followed
 */
export function applyReport(
  claim: Claim,
  report: VonageReport,
  now: Date,
  running: number,
): Outcome {
  const status = report.requestStatus
  const changed = status !== claim.requestStatus
  const known: Outcome['patch'] = {
    requestId: report.requestId,
    requestStatus: status,
    receiveTime: report.receiveTime ? new Date(report.receiveTime) : claim.receiveTime,
    startTime: report.startTime ? new Date(report.startTime) : undefined,
    itemsCount: report.itemsCount ?? claim.itemsCount,
    faults: 0,
  }
  const statusEvent = changed ? [{ kind: 'status' as const, data: { status } }] : []
  if (status === 'SUCCESS' || (status === 'TRUNCATED' && report.downloadUrl)) {
    const finishedSeenAt = claim.finishedSeenAt ?? now
    return {
      patch: {
        ...known,
        state: 'archiving',
        downloadUrl: report.downloadUrl,
        finishedSeenAt,
        fileDeadline: new Date(finishedSeenAt.getTime() + fileLifeMs),
        problem: makeProblem(null),
      },
      events: [{ kind: 'archiving', data: { status } }],
      againInMs: 0,
    }
  }
  if (status === 'TRUNCATED')
    return {
      patch: {
        ...known,
        state: 'failed',
        problem: makeProblem({
          title: 'Vonage cut the report off and offers no file.',
          meaning:
            'It grew over the size that Vonage allows (an archive of 1 GB, about 7 million records). There is nothing to download, and it may still have been billed.',
          nextStep: 'Ask again for shorter ranges, for example one report a week.',
        }),
      },
      events: [...statusEvent, { kind: 'failed', data: { title: 'Truncated without a file.' } }],
      againInMs: null,
    }
  if (status === 'FAILED')
    return {
      patch: {
        ...known,
        state: 'failed',
        problem: makeProblem({
          title: 'Vonage could not make this report.',
          meaning:
            'Vonage gives no reason. There is no file; records of a failed report are normally not billed.',
          nextStep: 'Retry asks for it again, billed anew. If it fails again, try a shorter range.',
        }),
      },
      events: [...statusEvent, { kind: 'failed', data: { title: 'Vonage says FAILED.' } }],
      againInMs: null,
    }
  if (status === 'ABORTED')
    return {
      patch: { ...known, state: 'cancelled', problem: makeProblem(null) },
      events: [
        ...statusEvent,
        {
          kind: 'cancelled',
          data: {
            title: claim.cancelRequestedAt
              ? 'Cancelled at Vonage.'
              : 'It was cancelled at Vonage, not from here.',
          },
        },
      ],
      againInMs: null,
    }
  const overdue = findOverdue(claim, now)
  const isNews = overdue !== null && claim.problem === null
  return {
    patch: {
      ...known,
      state: 'running',
      follows: claim.follows + 1,
      problem: makeProblem(overdue),
    },
    events: [
      ...statusEvent,
      ...(isNews ? [{ kind: 'trouble' as const, data: { title: overdue.title } }] : []),
    ],
    againInMs: followDelayMs(claim.follows, running),
  }
}

/** Vonage makes a million records in 5 to 10 minutes, and 7 million at most (facts 0.6): one that takes longer hangs. */
const longestMakingMs = 3 * 3600_000

function findOverdue({ submittedAt, receiveTime, createdAt }: Claim, now: Date): Problem | null {
  const since = submittedAt ?? receiveTime ?? createdAt
  if (now.getTime() - since.getTime() < longestMakingMs) return null
  return {
    title: 'Vonage has been at this report for hours.',
    meaning:
      'Even the largest report takes little more than one. It is asked about all the same, until Vonage forgets it after 4 days; its records may be billed.',
    nextStep:
      'Ask Vonage’s support with the request ID. Or cancel it, and ask again for a shorter range.',
  }
}
