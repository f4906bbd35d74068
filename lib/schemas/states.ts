/** Our side of a report request; the state table is in docs/architecture.md. */
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

/** The word on screen for each state. */
export const stateLabels: Record<RequestState, string> = {
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
export function labelState(state: RequestState, truncated = false): string {
  return state === 'ready' && truncated ? 'Ready, truncated' : stateLabels[state]
}

/** States that nothing leaves by itself. */
export const finalStates = ['ready', 'rejected', 'failed', 'cancelled', 'expired'] as const

export function isFinal(state: RequestState): boolean {
  return (finalStates as readonly string[]).includes(state)
}
