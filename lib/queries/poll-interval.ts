import { isFinal, type RequestState } from '@/lib/schemas/states'

const fastMs = 1_500
const slowMs = 15_000
const liveMs = 20_000

/**
 * Milliseconds until the next look at the server: soon while a visible request still moves, seldom when all
 * have ended, and never off, since another person or a schedule may start one. A server that does not answer
 * is asked a little less often than a healthy one; one that tells of changes by itself is still asked.
 */
export function pollInterval(
  states: readonly RequestState[],
  { failing, live }: { failing: boolean; live: boolean },
): number {
  if (failing) return fastMs * 2
  if (live) return liveMs
  return states.every(isFinal) ? slowMs : fastMs
}
