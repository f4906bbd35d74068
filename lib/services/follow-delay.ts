/** Status calls that one API key has a second, of the 5 that Vonage allows: the fifth is for creates and files. */
const statusCallsPerSecond = 4

/**
 * How long to wait before the next status call, in milliseconds: it grows from 5 s to 60 s, and further only as far
 * as the key's share of requests demands when very many of its reports run at once.
 * @param follows status calls made so far
 * @param running requests of the same API key that are being followed
 */
export function followDelayMs(follows: number, running: number): number {
  const grown = Math.min(60_000, 5_000 * 1.3 ** Math.min(follows, 20))
  const fairShare = (running / statusCallsPerSecond) * 1000
  return Math.round(Math.max(grown, fairShare))
}

/**
 * How long to wait after the nth fault in a row, in milliseconds: doubling from 2 s to 5 min, with jitter so that
 * many requests do not come back together.
 */
export function faultDelayMs(faults: number, random: () => number = Math.random): number {
  const ceiling = Math.min(300_000, 2_000 * 2 ** Math.min(faults, 10))
  return Math.round(ceiling * (0.5 + random() / 2))
}
