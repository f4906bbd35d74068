/**
 * How many wake-ups of one account may wait at a time: more than the 5 requests a second that Vonage allows use up
 * between two sweeps, and few enough that a report asked for now does not wait behind them.
 */
export const wokenAtOnce = 100

/** The place of each request among those of its account, from 0. */
export function rankTurns(accountIds: readonly string[]): number[] {
  const next = new Map<string, number>()
  return accountIds.map((id) => {
    const turn = next.get(id) ?? 0
    next.set(id, turn + 1)
    return turn
  })
}
