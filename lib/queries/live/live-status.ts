/**
 * How changes reach this tab: `live` as they happen, `polling` by asking now and then, `connecting` until it is known.
 * Whether asking works is another matter: each query tells of itself.
 */
export type LiveStatus = 'connecting' | 'live' | 'polling'

let status: LiveStatus = 'connecting'
const listeners = new Set<() => void>()

export function getLiveStatus(): LiveStatus {
  return status
}

export function setLiveStatus(next: LiveStatus): void {
  if (next === status) return
  status = next
  for (const listener of listeners) listener()
}

/** @returns what unsubscribes */
export function subscribeLiveStatus(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
