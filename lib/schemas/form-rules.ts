import type { FilterName } from '@/lib/catalogue/filters'
import { getProduct, type ProductCode } from '@/lib/catalogue/products'
import type { CreateReportInput } from './create-report'

// Apart from the schema, so that a page that counts requests out does not load what checks them.

/** A report has at most this many requests. */
export const mostRequests = 2000

/** How a range is cut: whole, or at the beginnings of days, weeks (Mondays) or months. */
export const splits = ['none', 'day', 'week', 'month'] as const
export type Split = (typeof splits)[number]

/** The values of a filter that say something: without empty ones, switched-off ones and repetitions. */
export function listFilterValues(
  value: CreateReportInput['filters'][FilterName],
): (string | boolean)[] {
  const values = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? one.trim() : one,
  )
  return [...new Set(values)].filter(
    (one): one is string | boolean => one !== undefined && one !== '' && one !== false,
  )
}

/** Whether Vonage knows this value of a product's filter, or may: where the sources dispute them, any is let through. */
export function isKnownValue(
  code: ProductCode,
  name: FilterName,
  value: string | boolean,
): boolean {
  const { values, open } = getProduct(code)
  const known = values?.[name]
  return !known || open?.includes(name) === true || known.includes(String(value))
}
