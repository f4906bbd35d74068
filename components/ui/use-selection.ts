import { useMemo, useRef, useState } from 'react'

export type Selection = {
  ids: ReadonlySet<string>
  /** With `isRange` all rows from the last one that was picked to this one. */
  pick: (id: string, isRange: boolean) => void
  pickAll: (isPicked: boolean) => void
  clear: () => void
}

/** Which of the rows on screen are selected. A row that leaves the page leaves the selection. */
export function useSelection(rowIds: readonly string[]): Selection {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const ids = useMemo(() => new Set(rowIds.filter((id) => picked.has(id))), [rowIds, picked])
  return {
    ids,
    pick: (id, isRange) => {
      const isPicked = !ids.has(id)
      const next = new Set(ids)
      for (const one of isRange ? between(rowIds, last.current ?? id, id) : [id])
        if (isPicked) next.add(one)
        else next.delete(one)
      last.current = id
      setPicked(next)
    },
    pickAll: (isPicked) => setPicked(new Set(isPicked ? rowIds : [])),
    clear: () => setPicked(new Set()),
  }
}

function between(ids: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [ids.indexOf(a), ids.indexOf(b)].sort((x, y) => x - y) as [number, number]
  return from === -1 ? [b] : ids.slice(from, to + 1)
}
