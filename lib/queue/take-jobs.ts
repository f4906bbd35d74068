type GroupedJob = { groupId?: string | null | undefined }

export type TakeOptions<J extends GroupedJob> = {
  /** The next job of none of these groups, which then is this process's; null when there is none. */
  fetch: (fullGroups: string[]) => Promise<J | null>
  handle: (job: J) => Promise<unknown>
  /** Says that a job is done, however it ended. */
  finish: (job: J) => Promise<unknown>
  /** What may be in hand at once. */
  atOnce: number
  /** Of one group: one that hangs must not hold up the others. */
  perGroup: number
  /** How often it is looked without any notice, in milliseconds. */
  pollMs: number
  /** Whatever fails is told here, and it goes on. */
  onFault: (error: unknown) => void
}

export type Taker = {
  /** There may be a job: look now. */
  notice: () => void
  /** Takes no more, and waits for what is in hand. */
  stop: () => Promise<void>
}

/**
 * Takes jobs one after the other as long as there are hands free. pg-boss's own workers are not used: where they are told
 * of new jobs, each of them rests up to 30 s after a job, however many wait, since those that were delayed or put back
 * are told to nobody.
 */
export function takeJobs<J extends GroupedJob>(options: TakeOptions<J>): Taker {
  const { fetch, handle, finish, atOnce, perGroup, pollMs, onFault } = options
  const inHand = new Map<string, number>()
  const running = new Set<Promise<void>>()
  let stopping = false
  let noticed = Promise.withResolvers<void>()
  const notice = () => noticed.resolve()

  function count(group: string, by: number): void {
    const left = (inHand.get(group) ?? 0) + by
    if (left > 0) inHand.set(group, left)
    else inHand.delete(group)
  }

  function begin(job: J): void {
    const group = job.groupId ?? ''
    count(group, 1)
    const work = async () => {
      await handle(job).catch(onFault)
      await finish(job).catch(onFault)
    }
    const done = work().finally(() => {
      count(group, -1)
      running.delete(done)
      notice()
    })
    running.add(done)
  }

  function fetchNext(): Promise<J | null> {
    if (running.size >= atOnce) return Promise.resolve(null)
    const full = [...inHand].filter(([group, jobs]) => group && jobs >= perGroup)
    return fetch(full.map(([group]) => group)).catch((error) => {
      onFault(error)
      return null
    })
  }

  async function rest(): Promise<void> {
    const timer = setTimeout(notice, pollMs)
    await noticed.promise
    clearTimeout(timer)
  }

  async function run(): Promise<void> {
    while (!stopping) {
      // Anew before the look: what is noticed during it may have come too late for it.
      noticed = Promise.withResolvers<void>()
      const job = await fetchNext()
      if (job) begin(job)
      else if (!stopping) await rest()
    }
  }

  const looking = run()
  return {
    notice,
    async stop() {
      stopping = true
      notice()
      await looking
      await Promise.all(running)
    },
  }
}
