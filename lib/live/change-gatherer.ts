import type { ReportChange } from '@/lib/schemas/live'

export type ChangeGatherer = {
  /** Takes a change; of one report only the highest version is told. */
  add: (id: string, version: number) => void
  stop: () => void
}

/**
 * Gathers changes so that a burst is one frame. The first after a quiet time is told at once, the
 * next ones at most `windowMs` later.
 * @param tell gets null instead of the changes when there were more than `most`
 * @param windowMs asked anew for each frame, in milliseconds
 */
export function createChangeGatherer(
  tell: (changes: ReportChange[] | null) => void,
  { windowMs, most = 500 }: { windowMs: () => number; most?: number },
): ChangeGatherer {
  const gathered = new Map<string, number>()
  let overflow = false
  let timer: NodeJS.Timeout | undefined

  function flush(): void {
    timer = undefined
    if (gathered.size === 0 && !overflow) return
    const changes = overflow ? null : [...gathered]
    gathered.clear()
    overflow = false
    timer = setTimeout(flush, windowMs())
    tell(changes)
  }

  return {
    add: (id, version) => {
      if (gathered.size < most || gathered.has(id))
        gathered.set(id, Math.max(version, gathered.get(id) ?? 0))
      else overflow = true
      // Not at once: one commit often tells several changes of one report.
      timer ??= setTimeout(flush, 0)
    },
    stop: () => clearTimeout(timer),
  }
}
