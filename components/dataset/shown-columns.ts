import type { RecordColumn } from '@/lib/schemas/dataset'
import type { RecordView } from '@/lib/schemas/record-view'

/** The columns that are shown, in their order: the view’s, else the usual ones, else all. */
export function shownColumns(
  { columns }: Pick<RecordView, 'columns'>,
  usual: readonly string[],
  all: readonly RecordColumn[],
): readonly RecordColumn[] {
  const found = (columns ?? usual).flatMap((key) => all.find((column) => column.key === key) ?? [])
  return found.length > 0 ? found : all
}

/** The keys with one of them a place further up (-1) or down (1). At the end it stays. */
export function moveKey(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const at = keys.indexOf(key)
  const other = at < 0 ? undefined : keys[at + by]
  return keys.map((one) => (one === key && other ? other : one === other ? key : one))
}
