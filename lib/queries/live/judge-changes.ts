/**
 * What changes mean for what a query shows: `same`, when it is as new; `newer`, when something shown is older;
 * `elsewhere`, when a report changed that is not shown but may belong here now.
 */
export type Verdict = 'same' | 'newer' | 'elsewhere'

type Shown = { id: string; version: number }

/**
 * @param data a page of rows, one report, or what was never read
 * @param changes versions by report
 */
export function judgeChanges(
  data: { rows: readonly Shown[] } | Shown | undefined,
  changes: ReadonlyMap<string, number>,
): Verdict {
  if (!data) return 'newer'
  const isOlder = ({ id, version }: Shown) => version < (changes.get(id) ?? 0)
  if (!('rows' in data)) return isOlder(data) ? 'newer' : 'same'
  if (data.rows.some(isOlder)) return 'newer'
  const shown = new Set(data.rows.map(({ id }) => id))
  return [...changes.keys()].every((id) => shown.has(id)) ? 'same' : 'elsewhere'
}
