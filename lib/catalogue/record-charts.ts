import { getProduct, type ProductCode } from './products'

/** Statuses that mean that what was asked for was done, and the word for it. Sources: Vonage’s record types. */
const successes: Partial<Record<ProductCode, { word: string; values: readonly string[] }>> = {
  SMS: { word: 'Delivered', values: ['delivered'] },
  MESSAGES: { word: 'Delivered or read', values: ['delivered', 'read'] },
  'VOICE-CALL': {
    word: 'Answered',
    values: ['ANSWERED', 'MACHINE', 'answered', 'machine', 'completed'],
  },
  ASR: { word: 'Recognised', values: ['ok'] },
  'NETWORK-API-EVENT': { word: 'Successful', values: ['SUCCESS'] },
  'REPORTS-USAGE': { word: 'Successful', values: ['SUCCESS'] },
}

/** Columns that records are counted by, as people ask for them. Of each line the first that is there. */
const groupings: readonly { title: string; names: readonly string[] }[] = [
  { title: 'status', names: ['status'] },
  { title: 'country', names: ['country_name', 'country', 'country_code'] },
  { title: 'network', names: ['network_name', 'network'] },
  { title: 'channel', names: ['provider', 'channel', 'feature_name', 'product_name'] },
  { title: 'account', names: ['account_id'] },
  { title: 'sender', names: ['from'] },
  { title: 'error code', names: ['error_code', 'status_code', 'response_code'] },
  { title: 'request type', names: ['request_type', 'request_product', 'asr_type', 'tts_type'] },
  { title: 'detection', names: ['amd_detection_result'] },
]

const measures: Readonly<Record<string, { title: string; unit: string }>> = {
  latency: { title: 'Latency', unit: 'ms' },
  duration: { title: 'Duration', unit: 's' },
  queue_duration: { title: 'Time in the queue', unit: '' },
}

type Column = { key: string; name: string; type: string; isMasked: boolean }

export type ChartPlan = {
  /** The column that tells when; null where none can be read. */
  time: string | null
  status: string | null
  success: { word: string; values: readonly string[] } | null
  /** What a record cost. */
  price: string | null
  groups: { title: string; column: string }[]
  measures: { title: string; unit: string; column: string }[]
}

/** Which charts make sense for a product’s records, by the columns that are there and may be seen. */
export function planCharts(code: ProductCode, columns: readonly Column[]): ChartPlan {
  const seen = columns.filter(({ isMasked }) => !isMasked)
  const find = (name: string, type: string) =>
    seen.find((column) => column.key === name && column.type === type)?.key ?? null
  const status = find('status', 'text')
  return {
    time:
      find(getProduct(code).dateColumn, 'time') ??
      seen.find(({ type }) => type === 'time')?.key ??
      null,
    status,
    success: status ? (successes[code] ?? null) : null,
    price: find('total_price', 'decimal') ?? find('price', 'decimal'),
    groups: groupings.flatMap(({ title, names }) => {
      const column = names.find((name) => find(name, 'text'))
      return column ? [{ title, column }] : []
    }),
    measures: Object.entries(measures).flatMap(([column, measure]) =>
      find(column, 'count') ? [{ ...measure, column }] : [],
    ),
  }
}
