/** Whose session something hangs on. */
export type WatchedSession = { id: string; sessionId: string }

export type SessionWatch = {
  /** @param end called once when the session has ended. @returns what stops watching */
  add: (session: WatchedSession, end: () => void) => () => void
  /** Looks now, at one person's sessions or at all. A look that fails is logged and made up for by the next. */
  check: (userId?: string) => Promise<void>
}

/** A look that takes longer has failed, in milliseconds: the next one may have a better connection. */
const patienceMs = 3_000

/** What ends with a session: streams and downloads, each for as long as it is open. One look is made at a time. */
export function createSessionWatch(
  findEnded: (ids: string[]) => Promise<string[]>,
  onFault: (error: unknown) => void,
): SessionWatch {
  type Watched = WatchedSession & { end: () => void }
  const open = new Set<Watched>()
  /** Whose sessions are to be looked at next: persons, or null for all. */
  const wanted = new Set<string | null>()
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    const whose = new Set(wanted)
    wanted.clear()
    const concerned = () => [...open].filter(({ id }) => whose.has(null) || whose.has(id))
    const ids = [...new Set(concerned().map(({ sessionId }) => sessionId))]
    if (ids.length === 0) return
    const late = new Promise<null>((done) => setTimeout(done, patienceMs, null).unref())
    const ended = await Promise.race([findEnded(ids), late])
    if (!ended) throw new Error('The database did not say in time whether sessions have ended.')
    for (const watched of concerned()) {
      if (!ended.includes(watched.sessionId)) continue
      open.delete(watched)
      watched.end()
    }
  }

  async function lookAtAllWanted(): Promise<void> {
    while (wanted.size > 0) await look().catch(onFault)
    looking = null
  }

  return {
    add: ({ id, sessionId }, end) => {
      const watched = { id, sessionId, end }
      open.add(watched)
      return () => void open.delete(watched)
    },
    check: (userId) => {
      wanted.add(userId ?? null)
      looking ??= lookAtAllWanted()
      return looking
    },
  }
}
