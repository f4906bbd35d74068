/** Our side of a report request, in the order of its life. */
export const requestStates = [
  'queued',
  'submitting',
  'unconfirmed',
  'running',
  'archiving',
  'ready',
  'rejected',
  'failed',
  'cancelled',
  'expired',
] as const

export type RequestState = (typeof requestStates)[number]

const words: Record<RequestState, string> = {
  queued: 'Queued',
  submitting: 'Submitting',
  unconfirmed: 'Unconfirmed',
  running: 'Running',
  archiving: 'Archiving',
  ready: 'Ready',
  rejected: 'Rejected',
  failed: 'Failed',
  cancelled: 'Cancelled',
  expired: 'Expired',
}

/** The word on screen. A truncated file is Ready, and says that it is not whole. */
export function formatRequestState(state: RequestState, truncated = false): string {
  return state === 'ready' && truncated ? 'Ready, truncated' : words[state]
}
