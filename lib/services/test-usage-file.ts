import { buildZip } from '@/lib/archive/test-zip'

const columns =
  'account_id,acc,currency,date_finished,date_received,date_started,is_charged,items_written,job_type,master_account_id,price,product_type,request_params,request_product,status,tier_volume,total_price,id'.split(
    ',',
  )

/** A line of a usage report's file, as Vonage writes it; every field is text. */
export function usageRow(fields: Record<string, string> = {}): Record<string, string> {
  return {
    account_id: 'abcd1234',
    acc: 'abcd1234',
    currency: 'EUR',
    date_finished: '2026-06-02T10:05:00+00:00',
    date_received: '2026-06-02T10:00:00+00:00',
    date_started: '2026-06-02T10:00:02+00:00',
    is_charged: 'TRUE',
    items_written: '1000',
    job_type: 'ASYNC_JOB',
    master_account_id: 'abcd1234',
    price: '0.0004',
    product_type: 'reports',
    request_params: JSON.stringify({
      product: 'SMS',
      account_id: 'abcd1234',
      date_start: '2026-06-01T00:00:00+00:00',
      date_end: '2026-06-02T00:00:00+00:00',
    }),
    request_product: 'SMS',
    status: 'SUCCESS',
    tier_volume: '0-onwards',
    total_price: '0.4',
    id: 'usage-1',
    ...fields,
  }
}

/** The ZIP of a usage report with these lines. */
export function usageZip(rows: readonly Record<string, string>[]): Buffer {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  const csv = lines.map((line) => line.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
  return buildZip(`${csv.join('\n')}\n`)
}
