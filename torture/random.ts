/** Numbers that follow from a seed alone (mulberry32), so that a run can be had again. */
export type Random = {
  /** From 0 up to, but not including, `below`. */
  int: (below: number) => number
  pick: <T>(list: readonly T[]) => T
  chance: (probability: number) => boolean
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const one = list[int(list.length)]
      if (one === undefined) throw new Error('Nothing to pick from.')
      return one
    },
  }
}
