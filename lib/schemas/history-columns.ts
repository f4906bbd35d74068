/** Columns of the history that may be hidden, by id, with their names. */
export const optionalColumns = {
  range: 'Range',
  rows: 'Rows',
  size: 'Size',
  'asked-by': 'Asked by',
  when: 'When',
} as const
export type OptionalColumn = keyof typeof optionalColumns
