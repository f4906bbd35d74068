/**
 * Does two things in turns, so that what else the machine does falls on both alike.
 * @returns what each took, in milliseconds
 */
export async function inTurns(
  rounds: number,
  ours: (round: number) => Promise<unknown>,
  theirs: (round: number) => Promise<unknown>,
): Promise<[number[], number[]]> {
  const took: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    took[0].push(await time(() => ours(round)))
    took[1].push(await time(() => theirs(round)))
  }
  return took
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
