import type { Density } from '@/components/ui/data-table'

/** How a person likes the history: remembered in a cookie, so that the first paint is right. */
export type ReportsViewSettings = { density: Density; hidden: string[] }

export const viewCookie = 'reports-view'

/** Columns that may be hidden, by id, with their names. */
export const optionalColumns = {
  range: 'Range',
  rows: 'Rows',
  size: 'Size',
  'asked-by': 'Asked by',
  when: 'When',
} as const

/** `compact.rows.size`: the density, then the hidden columns. Anything unknown is left out. */
export function parseViewSettings(text: string | undefined): ReportsViewSettings {
  const [density, ...hidden] = (text ?? '').split('.')
  return {
    density: density === 'compact' ? 'compact' : 'comfortable',
    hidden: hidden.filter((id) => Object.hasOwn(optionalColumns, id)),
  }
}

export function serializeViewSettings({ density, hidden }: ReportsViewSettings): string {
  return [density, ...hidden].join('.')
}
