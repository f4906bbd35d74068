/** From a moment up to another, which is left out; in milliseconds since 1970. */
export type Span = { from: number; to: number }

/** A file that is there, complete for its span as Vonage had the records at `fetchedAt`. */
export type KeptSpan = Span & { id: string; fetchedAt: number }

/** What is taken of a file. */
export type TakenSpan = Span & {
  id: string
  /** A piece of it was fetched before its records had settled. */
  mayHaveChanged: boolean
}

/**
 * Covers a range with files that are there: with records that had settled when they were fetched as far as any file has
 * them, then with the others; each time with as few files as possible, the later fetched one where two do equally.
 * What is taken and what is missing tile the range exactly: nothing twice, nothing outside.
 * @param settleMs how long records may still change after their time
 */
export function coverRange(
  asked: Span,
  kept: readonly KeptSpan[],
  settleMs: number,
): { taken: TakenSpan[]; missing: Span[] } {
  const settled = kept.map((span) => ({
    ...span,
    to: Math.min(span.to, span.fetchedAt - settleMs),
  }))
  const first = coverGreedily(asked, settled)
  const rest = first.missing.map((gap) => coverGreedily(gap, kept))
  const taken = [
    ...first.taken.map((span) => ({ ...span, mayHaveChanged: false })),
    ...rest.flatMap((cover) => cover.taken).map((span) => ({ ...span, mayHaveChanged: true })),
  ].sort((a, b) => a.from - b.from)
  return { taken: joinNeighbours(taken), missing: rest.flatMap((cover) => cover.missing) }
}

/** Always the span that reaches furthest: no choice needs fewer. */
function coverGreedily(
  asked: Span,
  kept: readonly KeptSpan[],
): { taken: (Span & { id: string })[]; missing: Span[] } {
  const spans = kept
    .filter((span) => span.from < span.to && span.from < asked.to && span.to > asked.from)
    .sort((a, b) => a.from - b.from)
  const taken: (Span & { id: string })[] = []
  const missing: Span[] = []
  let at = asked.from
  let next = 0
  let best: KeptSpan | undefined
  while (at < asked.to) {
    for (let span = spans[next]; span && span.from <= at; span = spans[++next])
      if (!best || isBetter(span, best, asked.to)) best = span
    if (best && best.to > at) {
      const to = Math.min(best.to, asked.to)
      taken.push({ id: best.id, from: at, to })
      at = to
    } else {
      const to = Math.min(spans[next]?.from ?? asked.to, asked.to)
      missing.push({ from: at, to })
      at = to
    }
  }
  return { taken, missing }
}

/** Beyond the end of what is asked, further is not better. */
function isBetter(one: KeptSpan, other: KeptSpan, end: number): boolean {
  const further = Math.min(one.to, end) - Math.min(other.to, end)
  return further > 0 || (further === 0 && one.fetchedAt > other.fetchedAt)
}

function joinNeighbours(taken: TakenSpan[]): TakenSpan[] {
  const joined: TakenSpan[] = []
  for (const span of taken) {
    const last = joined.at(-1)
    if (last?.id === span.id && last.to === span.from) {
      last.to = span.to
      last.mayHaveChanged ||= span.mayHaveChanged
    } else joined.push({ ...span })
  }
  return joined
}
