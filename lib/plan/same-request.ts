type Parameters = {
  product: string
  targetAccountId: string
  direction: string | null
  dateStart: number | null
  dateEnd: number | null
  includeSubaccounts: boolean
  filters: Readonly<Record<string, string | boolean>>
}

/** Whether two reports were asked with the same words. Vonage tells times in whole seconds. */
export function isSameRequest(a: Parameters, b: Parameters): boolean {
  const second = (at: number | null) => (at === null ? null : Math.floor(at / 1000))
  return (
    a.product === b.product &&
    a.targetAccountId === b.targetAccountId &&
    a.direction === b.direction &&
    second(a.dateStart) === second(b.dateStart) &&
    second(a.dateEnd) === second(b.dateEnd) &&
    a.includeSubaccounts === b.includeSubaccounts &&
    wordsOf(a.filters) === wordsOf(b.filters)
  )
}

function wordsOf(filters: Parameters['filters']): string {
  const set = Object.entries(filters).filter(([, value]) => value !== '' && value !== false)
  return JSON.stringify(set.sort(([a], [b]) => a.localeCompare(b)))
}
