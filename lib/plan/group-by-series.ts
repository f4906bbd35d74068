import type { AskedRequest } from './paid-request'

/** Requests that differ only in their range; `asked` has the whole stretch from the first to the last of them. */
export type Series = { asked: Omit<AskedRequest, 'key'>; members: number[] }

/**
 * Groups requests by what they ask for, apart from the range. `members` are their places in the list.
 * @param isIgnored filters that are of no interest; those that say nothing (empty, false) never are
 */
export function groupBySeries(
  requests: readonly AskedRequest[],
  isIgnored: (filter: string) => boolean = () => false,
): Series[] {
  const series = new Map<string, Series>()
  for (const [index, { key: _key, ...request }] of requests.entries()) {
    const { dateStart, dateEnd, ...same } = request
    const filters = Object.fromEntries(
      Object.entries(request.filters)
        .filter(([name, value]) => value !== '' && value !== false && !isIgnored(name))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
    const { accountId, targetAccountId, product, direction, includeSubaccounts } = same
    const id = JSON.stringify([
      accountId,
      targetAccountId,
      product,
      direction,
      includeSubaccounts,
      filters,
    ])
    const found = series.get(id)
    if (!found)
      series.set(id, {
        asked: {
          accountId,
          targetAccountId,
          product,
          direction,
          includeSubaccounts,
          filters,
          dateStart,
          dateEnd,
        },
        members: [index],
      })
    else {
      found.members.push(index)
      if (Date.parse(dateStart) < Date.parse(found.asked.dateStart))
        found.asked.dateStart = dateStart
      if (Date.parse(dateEnd) > Date.parse(found.asked.dateEnd)) found.asked.dateEnd = dateEnd
    }
  }
  return [...series.values()]
}
