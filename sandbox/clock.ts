export type Clock = {
  /** The sandbox's time in ms since 1970: the machine's, plus what it was moved forward by. */
  now(): number
  /** How far the clock was moved forward in all, in ms. */
  offset(): number
  moveTo(offset: number): void
  /** How long something that takes `ms` at Vonage takes here: a clock of speed 60 makes an hour a minute. */
  scale(ms: number): number
}

/**
 * A clock whose durations shrink with `speed` while its calendar stays the machine's: otherwise a fast sandbox
 * would soon stamp its reports with next year's dates.
 */
export function createClock(speed: number, realNow: () => number = Date.now): Clock {
  let moved = 0
  return {
    now: () => realNow() + moved,
    offset: () => moved,
    moveTo: (offset) => {
      moved = offset
    },
    scale: (ms) => ms / speed,
  }
}
