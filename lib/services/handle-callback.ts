import { z } from 'zod'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, transact } from '@/lib/db/client'
import { wake } from '@/lib/queue/boss'
import { verifyCallbackToken } from '@/lib/vault/callback-token'
import { isRequestId } from '@/lib/vonage/request-id'
import { queueFor } from './settle-request'
import { getVaultKey } from './vault-key'

/** All that is read of a callback's body; none of it is believed before Vonage was asked. */
const callbackBody = z.looseObject({ request_id: z.string().refine(isRequestId) })

/**
 * Takes Vonage's callback as a hint: the request is looked at now, or, when its create is unconfirmed, gets a
 * candidate to look up. Vonage does not sign callbacks (facts 5), so the token in the path is all there is.
 * @param body the parsed body, or null when it was unreadable
 * @returns false for a token that is not ours
 */
export async function handleCallback(token: string, body: unknown): Promise<boolean> {
  const id = verifyCallbackToken(token, getVaultKey())
  if (!id) return false
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ReportRequest" WHERE "id" = ${id}::uuid FOR UPDATE`
    const request = await tx.reportRequest.findUnique({
      where: { id },
      select: {
        reportId: true,
        accountId: true,
        state: true,
        dueAt: true,
        leaseId: true,
        candidateRequestId: true,
      },
    })
    if (!request) return false
    const now = await appNow(tx)
    const unsettled = request.state === 'unconfirmed' || request.state === 'submitting'
    const candidate = unsettled ? (callbackBody.safeParse(body).data?.request_id ?? null) : null
    // In a worker's hands it looks overdue, but that look may have begun before Vonage was done.
    const followed =
      request.state === 'running' && (request.leaseId || !request.dueAt || request.dueAt > now)
    if (!followed && (!candidate || candidate === request.candidateRequestId)) return true
    await tx.reportRequest.update({
      where: { id },
      data: {
        ...(candidate ? { candidateRequestId: candidate } : {}),
        dueAt: now,
        version: { increment: 1 },
      },
      select: { id: true },
    })
    if (candidate)
      await recordEvent(
        tx,
        { kind: 'callback', name: 'Vonage' },
        { reportId: request.reportId, requestId: id, kind: 'candidate', at: now },
      )
    await wake(
      tx,
      queueFor(request.state),
      { requestId: id },
      { delayMs: 0, group: request.accountId },
    )
    return true
  })
}
