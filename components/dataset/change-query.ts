import { type RecordView, readRecordView, writeRecordView } from '@/lib/schemas/record-view'

/** What becomes of a view: its new parts, or how they follow from those that hold when it is changed. */
export type ViewChange = Partial<RecordView> | ((now: RecordView) => Partial<RecordView>)

/**
 * The address after a change, the part after the question mark. Other records begin at the first one again.
 *
 * @param query as it is now: what is drawn may lag behind it
 */
export function changeQuery(query: string, change: ViewChange): string {
  const now = readRecordView(new URLSearchParams(query))
  const part = typeof change === 'function' ? change(now) : change
  return writeRecordView({ ...now, start: 0, ...part })
}
