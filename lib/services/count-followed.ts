import type { Claim } from '@/lib/data/requests/lease'
import { getDb } from '@/lib/db/client'

/** A report of so few requests is asked about as if no other ran: it must not wait for a huge one of the same key. */
const fewRequests = 10

/** How many requests share the status calls of a request's key with it. */
export async function countFollowed({ accountId, reportId }: Claim): Promise<number> {
  const { reportRequest } = getDb()
  const state = { in: ['running' as const, 'archiving' as const] }
  const ofReport = await reportRequest.count({ where: { reportId, state } })
  return ofReport <= fewRequests ? ofReport : reportRequest.count({ where: { accountId, state } })
}
