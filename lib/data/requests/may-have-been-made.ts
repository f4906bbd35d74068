import type { Tx } from '@/lib/db/client'
import type { RequestState } from '@/lib/schemas/states'

/** Whether Vonage may have made, and billed, a report for this request, though none is known to us. */
export async function mayHaveBeenMade(tx: Tx, id: string, state: RequestState): Promise<boolean> {
  if (state !== 'queued') return true
  return (await tx.event.count({ where: { requestId: id, kind: 'unconfirmed' } })) > 0
}
