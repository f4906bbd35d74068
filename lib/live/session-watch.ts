/** Whose session something hangs on. */
export type WatchedSession = { id: string; sessionId: string }

export type SessionWatch = {
  /** @param end called once when the session has ended. @returns what stops watching */
  add: (session: WatchedSession, end: () => void) => () => void
  /** Looks now, at one person's sessions or at all. A look that fails is logged and made up for by the next. */
  check: (userId?: string) => Promise<void>
}

/** What ends with a session: streams and downloads, each for as long as it is open. */
export function createSessionWatch(
  findEnded: (ids: string[]) => Promise<string[]>,
  onFault: (error: unknown) => void,
): SessionWatch {
  type Watched = WatchedSession & { end: () => void }
  const open = new Set<Watched>()
  const of = (userId?: string) => [...open].filter(({ id }) => !userId || id === userId)

  return {
    add: ({ id, sessionId }, end) => {
      const watched = { id, sessionId, end }
      open.add(watched)
      return () => void open.delete(watched)
    },
    check: async (userId) => {
      const ids = [...new Set(of(userId).map(({ sessionId }) => sessionId))]
      if (ids.length === 0) return
      try {
        const ended = new Set(await findEnded(ids))
        for (const watched of of(userId)) {
          if (!ended.has(watched.sessionId)) continue
          open.delete(watched)
          watched.end()
        }
      } catch (error) {
        onFault(error)
      }
    },
  }
}
