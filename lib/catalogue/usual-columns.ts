import { getProduct, type ProductCode } from './products'

/** What people look for first, in the order of thought; of each line the first that is there. */
const wanted: readonly (readonly string[])[] = [
  ['status'],
  ['from'],
  ['to', 'number', 'msisdn'],
  ['country_name', 'country', 'country_code'],
  ['network_name', 'network'],
  ['provider', 'channel', 'feature_name', 'product_name', 'request_product', 'tts_type'],
  ['request_type', 'asr_type', 'amd_detection_result', 'job_type', 'response_code'],
  ['duration', 'queue_duration', 'latency', 'items_written'],
  ['error_code', 'status_code'],
  ['error_code_description', 'status_description'],
  ['message_body'],
  ['total_price', 'price', 'estimated_price'],
  ['currency'],
  ['account_id'],
  ['client_ref'],
]
const most = 12

/**
 * The columns that a product’s records are shown with at first: the time, what people ask for, the id. Others are a
 * click away.
 * @param keys of the columns that are there
 */
export function usualColumns(code: ProductCode, keys: readonly string[]): string[] {
  const { dateColumn, idColumn } = getProduct(code)
  const there = new Set(keys)
  const found = [[dateColumn], ...wanted, [idColumn]].flatMap(
    (names) => names.find((name) => there.has(name)) ?? [],
  )
  const usual = [...new Set(found)]
  return usual.length > 3 ? usual : keys.slice(0, most)
}
