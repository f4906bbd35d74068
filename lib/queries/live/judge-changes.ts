/**
 * What changes mean for what a query shows: `same`, when it is as new; `now`, when something shown is older, or a
 * report changed that was never looked for; `later`, when one changed that was looked for before and is not shown: it
 * may belong here since.
 */
export type Verdict = 'same' | 'now' | 'later'

type Shown = { id: string; version: number }

/**
 * @param data a page of rows, one report, or what was never read
 * @param changes versions by report
 * @param lookedFor the reports that made a page be read anew before
 */
export function judgeChanges(
  data: { rows: readonly Shown[] } | Shown | undefined,
  changes: ReadonlyMap<string, number>,
  lookedFor: ReadonlySet<string>,
): Verdict {
  if (!data) return 'now'
  const isOlder = ({ id, version }: Shown) => version < (changes.get(id) ?? 0)
  // A report has rows, too: a count of them.
  if ('id' in data) return isOlder(data) ? 'now' : 'same'
  if (data.rows.some(isOlder)) return 'now'
  const shown = new Set(data.rows.map(({ id }) => id))
  const others = [...changes.keys()].filter((id) => !shown.has(id))
  if (others.length === 0) return 'same'
  return others.every((id) => lookedFor.has(id)) ? 'later' : 'now'
}
