import { ArchiveError } from '@/lib/archive/archive-error'
import { type ReceivedArchive, receiveArchive } from '@/lib/archive/receive-archive'
import { recordEvent } from '@/lib/data/events/record-event'
import { type Claim, updateClaimed } from '@/lib/data/requests/lease'
import { appNow, transact } from '@/lib/db/client'
import type { Actor } from '@/lib/schemas/actor'
import { VonageError } from '@/lib/vonage/vonage-error'
import { afterFault } from './after-fault'
import { getArchiveStore } from './archive-store'
import { faultDelayMs } from './follow-delay'
import { makeProblem } from './problem'
import { type ArchiveTimes, readRecordTimes } from './read-record-times'
import { healAccount } from './refused-account'
import type { Outcome } from './settle-request'
import { openAccountClient } from './upstream'

/**
 * Where an attempt stores its file. Each lease writes to a place of its own, so a stalled worker that wakes up late
 * can't write over what another has archived and recorded.
 */
function storeKey(claim: Claim, leaseId: string): string {
  const day = claim.createdAt.toISOString()
  return `${day.slice(0, 4)}/${day.slice(5, 7)}/${claim.id}-${leaseId.slice(0, 8)}.zip`
}

/**
 * Brings a finished file home: streamed, checked to the last byte, and recorded together with the state `ready`.
 * @returns null when it is archived, or when the lease was lost
 */
export async function archiveRequest(
  claim: Claim,
  actor: Actor,
  signal: AbortSignal,
): Promise<Outcome | null> {
  const store = getArchiveStore()
  if (claim.brokenLeaseId) await store.remove(storeKey(claim, claim.brokenLeaseId))
  const now = await appNow()
  if (claim.fileDeadline && now >= claim.fileDeadline) return expire()
  const key = storeKey(claim, claim.leaseId)
  try {
    const received = await download(claim, key, signal)
    if (claim.account.refusedAt) await healAccount(claim.accountId)
    const times = await readRecordTimes(claim, key, received)
    const recorded = await recordArchive(claim, actor, key, { ...received, ...times }).catch(
      () => null,
    )
    // When the database did not answer, it may have taken it all the same: then the lease runs out by itself, and
    // whoever comes next either finds the request ready or removes the file of this lease.
    if (recorded === false) await store.remove(key)
    return null
  } catch (error) {
    // Nobody saw when a report that was made elsewhere was finished, so its 72 hours may be over before ours are.
    if (error instanceof VonageError && error.kind === 'not-found' && claim.adopted) return expire()
    if (error instanceof VonageError) return afterFault(claim, error, 'download')
    // We stopped, not the file: another worker, or this one's next start, fetches it.
    if (error instanceof ArchiveError && error.kind === 'aborted') return { againInMs: 0 }
    if (error instanceof ArchiveError) return afterBadFile(claim, error)
    throw error
  }
}

async function download(claim: Claim, key: string, signal: AbortSignal): Promise<ReceivedArchive> {
  const client = await openAccountClient(claim.account)
  // After a fault the link is asked for anew: it may have changed, or the first one was wrong.
  const link =
    claim.faults === 0 && claim.downloadUrl
      ? claim.downloadUrl
      : (await client.getReport(claim.requestId ?? '', signal)).downloadUrl
  if (!link)
    throw new ArchiveError('missing', 'Vonage says that the report is done but gives no link.')
  const file = await client.openReportFile(link, signal)
  return receiveArchive({
    source: file.body,
    contentLength: file.contentLength,
    store: getArchiveStore(),
    key,
    signal,
  })
}

function recordArchive(
  claim: Claim,
  actor: Actor,
  storeKey: string,
  received: ReceivedArchive & ArchiveTimes,
): Promise<boolean> {
  return transact(async (tx) => {
    const now = await appNow(tx)
    const held = await updateClaimed(tx, claim, {
      state: 'ready',
      endedAt: now,
      dueAt: null,
      leaseId: null,
      leaseUntil: null,
      faults: 0,
      problem: makeProblem(null),
      version: { increment: 1 },
    })
    if (!held) return false
    await tx.archive.create({
      data: { requestId: claim.id, storeKey, ...received },
      select: { requestId: true },
    })
    await recordEvent(tx, actor, {
      reportId: claim.reportId,
      requestId: claim.id,
      kind: 'archived',
      data: { rows: received.rows, bytes: received.bytes, sha256: received.sha256 },
      at: now,
    })
    return true
  })
}

function expire(): Outcome {
  return {
    patch: {
      state: 'expired',
      problem: makeProblem({
        title: 'Vonage’s file is gone.',
        meaning:
          'Vonage keeps a finished file for 72 hours, and it could not be archived in that time. Its records were billed.',
        nextStep: 'Duplicate the report to ask again, billed anew.',
      }),
    },
    events: [{ kind: 'expired' }],
    againInMs: null,
  }
}

function afterBadFile(claim: Claim, error: ArchiveError): Outcome {
  const problem = {
    title: error.message,
    meaning:
      'Nothing is lost: Vonage still has its file, and it is fetched again until its 72 hours are over.',
    nextStep:
      error.kind === 'store-full' || error.kind === 'store-failed'
        ? 'Make room where the archives are kept; it goes on by itself.'
        : 'Nothing to do for now. If it stays like this, ask Vonage’s support with the request ID.',
  }
  return {
    patch: { faults: claim.faults + 1, problem: makeProblem(problem) },
    events: claim.faults === 0 ? [{ kind: 'trouble', data: { title: problem.title } }] : [],
    againInMs: faultDelayMs(claim.faults),
  }
}
