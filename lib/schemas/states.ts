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

/** Why what is Ready is not whole: Vonage cut the file off, or some of a report’s files never came. */
export type Flaw = 'truncated' | 'partial'

/** The word on screen. What is Ready and not whole says so. */
export function labelState(state: RequestState, flaw: Flaw | null = null): string {
  return state === 'ready' && flaw ? `${stateLabels[state]}, ${flaw}` : stateLabels[state]
}

/** States that nothing leaves by itself. */
export const finalStates = ['ready', 'rejected', 'failed', 'cancelled', 'expired'] as const

export function isFinal(state: RequestState): boolean {
  return (finalStates as readonly string[]).includes(state)
}
