import type { MouseEvent } from 'react'
import { paths } from '@/lib/paths'
import { type ListReportsInput, toListQuery } from '@/lib/schemas/report-list'

/** The address of a list: a link that works without JavaScript, too, and in another tab. */
export function listHref(input: ListReportsInput, change: Partial<ListReportsInput>): string {
  const query = toListQuery({ ...input, ...change })
  return query ? `${paths.reports}?${query}` : paths.reports
}

/** Does a plain click of a link in place, and leaves every other click to the browser. */
export function inPlace(act: () => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
      return
    event.preventDefault()
    act()
  }
}
