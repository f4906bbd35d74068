import { transact } from '@/lib/db/client'
import { wakeDue } from './wake-due'

/**
 * Wakes the requests that are due and in nobody's hands: those whose turn has come, lost wake-ups, dead workers, a moved
 * clock.
 * @returns how many there were
 */
export function sweepRequests(): Promise<number> {
  return transact((tx) => wakeDue(tx, null))
}
