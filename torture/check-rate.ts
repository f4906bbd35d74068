import type { Stage } from './stage'

/** The most requests of one key that the sandbox saw in any second. */
const mostInOneSecond = 6
const asynchronous = new Set(['create', 'status', 'cancel', 'media', 'list'])

/** Names the seconds in which the sandbox saw more requests of a key than may be, but for those that are excused. */
export async function findCrowdedSeconds(stage: Stage): Promise<string[]> {
  const crowded: string[] = []
  for (const { apiKey } of stage.keys) {
    const times = (await stage.sandbox.allLogged(apiKey))
      .filter(({ operation }) => asynchronous.has(operation))
      .map(({ time }) => Date.parse(time))
      .filter((at) => !stage.excused.some(({ from, to }) => at >= from && at <= to))
      .sort((a, b) => a - b)
    times.forEach((from, index) => {
      const last = times[index + mostInOneSecond]
      if (last !== undefined && last - from < 1000)
        crowded.push(`${apiKey} at ${new Date(from).toISOString()}`)
    })
  }
  return crowded
}
