import type { RecordColumn } from '@/lib/schemas/dataset'

const byType = { time: 176, decimal: 116, count: 100, text: 136 }
const byName: Readonly<Record<string, number>> = {
  message_body: 320,
  request_params: 320,
  country_name: 152,
  network_name: 168,
  account_id: 112,
  from: 144,
  to: 144,
}
/** A letter of the head, and what stands beside its name, px. */
const letter = 7.2
const beside = 60

/** How wide a column is, px: by what it holds, and never too narrow for its head. */
export function columnWidth({ name, type }: Pick<RecordColumn, 'name' | 'type'>): number {
  const usual =
    byName[name] ??
    (/(^|_)id$/.test(name) ? 300 : name.endsWith('_description') ? 232 : byType[type])
  return Math.min(360, Math.max(usual, Math.round(name.length * letter + beside)))
}
