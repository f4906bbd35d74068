import type { Query, QueryClient } from '@tanstack/react-query'
import type { ReportChange } from '@/lib/schemas/live'
import { reportKeys } from '../reports'
import { judgeChanges, type Verdict } from './judge-changes'

const shortestGapMs = 200
const longestGapMs = 5_000
/** A read takes the server at most one part in so many of a viewer's time. */
const gapFactor = 5
/** What was not found is looked for less often: on a busy day something always changes somewhere. */
const laterGapMs = 2_000
const mostLookedFor = 1_000

export type Refresher = {
  /** Reads everything that is shown anew, now. */
  all: () => void
  /** Reads what is older than these changes anew: at once, or soon after the last time. */
  changed: (changes: readonly ReportChange[]) => void
  stop: () => void
}

/** Reads anew what changes make old, and no more than the server can bear. */
export function createRefresher(client: QueryClient): Refresher {
  const pending = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReading = false
  let notBefore = 0
  let laterNotBefore = 0
  const lookedFor = new Set<string>()

  function judge(): Map<Query, Verdict> {
    const shown = client.getQueryCache().findAll({ queryKey: reportKeys.all, type: 'active' })
    return new Map(
      shown.map((query) => [
        query,
        judgeChanges(query.state.data as Parameters<typeof judgeChanges>[0], pending, lookedFor),
      ]),
    )
  }

  function consider(): void {
    clearTimeout(timer)
    if (isReading || pending.size === 0) return
    const verdicts = judge()
    const found = new Set(verdicts.values())
    const now = performance.now()
    const waitMs = found.has('now') ? notBefore - now : Math.max(notBefore, laterNotBefore) - now
    if (!found.has('now') && !found.has('later')) pending.clear()
    else if (waitMs > 0) timer = setTimeout(consider, waitMs)
    else void read(verdicts)
  }

  async function read(verdicts: Map<Query, Verdict>): Promise<void> {
    if (lookedFor.size > mostLookedFor) lookedFor.clear()
    for (const id of pending.keys()) lookedFor.add(id)
    pending.clear()
    isReading = true
    const startedAt = performance.now()
    await client.refetchQueries({
      predicate: (query) => (verdicts.get(query) ?? 'same') !== 'same',
    })
    isReading = false
    const now = performance.now()
    const gapMs = Math.min(longestGapMs, Math.max(shortestGapMs, (now - startedAt) * gapFactor))
    notBefore = now + gapMs
    laterNotBefore = now + Math.max(laterGapMs, gapMs)
    consider()
  }

  return {
    all: () => {
      pending.clear()
      void client.invalidateQueries({ queryKey: reportKeys.all })
    },
    changed: (changes) => {
      // A hidden tab reads everything anew when it is seen again.
      if (document.visibilityState === 'hidden') return
      for (const [id, version] of changes) pending.set(id, Math.max(version, pending.get(id) ?? 0))
      consider()
    },
    stop: () => clearTimeout(timer),
  }
}
