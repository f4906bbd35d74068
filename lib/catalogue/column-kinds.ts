export const columnTypes = ['time', 'decimal', 'count', 'text'] as const
/** How a column is read: a time in UTC, an exact price, a whole number, or text. */
export type ColumnType = (typeof columnTypes)[number]

/** What a column tells of a person; seen by those with the right to it. */
export type Sensitivity = 'number' | 'text' | 'name' | 'address'

const namesByType: Record<Exclude<ColumnType, 'text'>, readonly string[]> = {
  time: [
    'call_date_start',
    'creation_date',
    'date_end',
    'date_finalized',
    'date_finished',
    'date_received',
    'date_start',
    'date_started',
    'end_time',
    'event_time',
    'first_event_date',
    'last_event_date',
    'queued_time',
    'record_creation_time',
    'start_time',
  ],
  decimal: ['estimated_price', 'price', 'sms_price', 'total_price', 'tts_price'],
  count: [
    'amd_user_defined_beep_timeout',
    'duration',
    'email_event_count',
    'items_written',
    'latency',
    'length',
    'pin_length',
    'queue_duration',
    'rcs_event_count',
    'silentauth_event_count',
    'size',
    'sms_event_count',
    'tts_event_count',
    'validity_period',
    'whatsapp_event_count',
    'workflow_items_number',
    'workflow_items_total',
  ],
}

const typeByName = new Map<string, ColumnType>(
  Object.entries(namesByType).flatMap(([type, names]) =>
    names.map((name) => [name, type as ColumnType] as const),
  ),
)

/** `request_params` repeats the filters of a report, numbers among them. */
const sensitivityByName: ReadonlyMap<string, Sensitivity> = new Map([
  ['from', 'number'],
  ['to', 'number'],
  ['forced_from', 'number'],
  ['changed_from', 'number'],
  ['number', 'number'],
  ['msisdn', 'number'],
  ['request_params', 'number'],
  ['message_body', 'text'],
  ['first_name', 'name'],
  ['last_name', 'name'],
  ['ip_address', 'address'],
])

/** The type of a column by its name; one that the catalogue does not know is text. */
export function columnTypeOf(name: string): ColumnType {
  return typeByName.get(name) ?? 'text'
}

/** What a column tells of a person; null for nothing. */
export function sensitivityOf(name: string): Sensitivity | null {
  return sensitivityByName.get(name) ?? null
}
