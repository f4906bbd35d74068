import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { takeTurns } from '@/lib/credentials/take-turns'
import { reserveTry } from '@/lib/data/throttle/reserve-try'
import { AppError } from '@/lib/errors/app-error'
import { groupAddress } from './group-address'
import { HeldTries } from './held-tries'

const held = new HeldTries()
/** Counting locks rows: one connection for it is enough. */
const inTurn = takeTurns(1)

export type TryKeys = { person: string; address: string }

/** The counters of a try. Hashed: a mistyped password in the email field must not be stored. */
export function keysOf(kind: string, person: string, address: string): TryKeys {
  const digest = createHash('sha256').update(person).digest('hex')
  return { person: `${kind}:person:${digest}`, address: `${kind}:address:${groupAddress(address)}` }
}

/**
 * Runs `look` after the delay that earlier failures of this person and this address have earned:
 * a delay, never a lock-out.
 * @throws AppError `throttled` when too many tries of this address are being held already
 */
export async function holdTry<T>(keys: TryKeys, look: () => Promise<T>): Promise<T> {
  if (!held.enter(keys.address)) {
    const message = 'Too many tries at once from your address. Wait a few seconds and try again.'
    throw new AppError('throttled', message)
  }
  try {
    const counters = [
      { key: keys.person, free: 3 },
      { key: keys.address, free: 10 },
    ]
    const holdMs = await inTurn(() => reserveTry(counters))
    await wait(holdMs)
    return await look()
  } finally {
    held.leave(keys.address)
  }
}
