import { z } from 'zod'
import { parseVonageTime } from '@/lib/format/vonage-time'
import { toPlainDecimal } from './plain-decimal'

/** A line of REPORTS-USAGE: what Vonage charged for a report or a look-up. Times are ISO, UTC; money decimal text. */
export type UsageLine = {
  /** Vonage's `id` of the line. */
  recordId: string
  /** Whose records were asked for. */
  targetAccountId: string
  masterAccountId: string
  receivedAt: string
  startedAt: string | null
  finishedAt: string | null
  /** Of what: `request_product`. */
  product: string
  /** `ASYNC_JOB`, `SYNC_JOB_FROM_ID`, `SYNC_JOB_FROM_DATES`. */
  jobType: string
  status: string
  itemsWritten: number | null
  isCharged: boolean | null
  /** Of one record. */
  price: string | null
  totalPrice: string | null
  /** Empty where Vonage leaves it empty. */
  currency: string
  tierVolume: string
  /** `request_params`. */
  parameters: Record<string, unknown>
}

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null)
  .default(null)
const time = text.transform((value) => (value ? parseVonageTime(value) : null))
const money = text.transform((value) => (value ? toPlainDecimal(value) : null))
const word = text.transform((value) => value?.trim() ?? '')
const flag = z
  .unknown()
  .optional()
  .transform((value) =>
    /^true$/i.test(`${value}`) ? true : /^false$/i.test(`${value}`) ? false : null,
  )
const whole = text.transform((value) => (value && /^\d{1,15}$/.test(value) ? Number(value) : null))

/** In JSON an object, in CSV its text. */
const parameters = z
  .unknown()
  .optional()
  .transform((value): Record<string, unknown> => {
    const read = typeof value === 'string' ? parseObject(value) : value
    return isObject(read) ? read : {}
  })

const record = z.object({
  id: word.pipe(z.string().min(1).max(200)),
  account_id: word,
  master_account_id: word,
  date_received: time.pipe(z.string()),
  date_started: time,
  date_finished: time,
  request_product: word,
  job_type: word,
  status: word,
  items_written: whole,
  is_charged: flag,
  price: money,
  total_price: money,
  currency: word,
  tier_volume: word,
  request_params: parameters,
})

/** Reads a record of REPORTS-USAGE, from JSON or CSV (facts 3); null for one without an id or a time. */
export function parseUsage(value: unknown): UsageLine | null {
  const said = record.safeParse(value).data
  if (!said) return null
  return {
    recordId: said.id,
    targetAccountId: said.account_id,
    masterAccountId: said.master_account_id,
    receivedAt: said.date_received,
    startedAt: said.date_started,
    finishedAt: said.date_finished,
    product: said.request_product,
    jobType: said.job_type,
    status: said.status,
    itemsWritten: said.items_written,
    isCharged: said.is_charged,
    price: said.price,
    totalPrice: said.total_price,
    currency: said.currency,
    tierVolume: said.tier_volume,
    parameters: said.request_params,
  }
}

function parseObject(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
