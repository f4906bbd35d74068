import { type FilterName, filters } from '@/lib/catalogue/filters'
import { type Direction, directions } from '@/lib/catalogue/products'
import { toVonageInstant } from '@/lib/format/vonage-time'

/** What a report was asked with, as Vonage echoes it (facts 1.2). */
export type ReportParameters = {
  product: string
  targetAccountId: string
  direction: Direction | null
  /** Milliseconds since 1970; null when it is not told. */
  dateStart: number | null
  dateEnd: number | null
  includeSubaccounts: boolean
  filters: Record<string, string | boolean>
}

/** Reads a report's parameters. Booleans come as such or as text; `status` is the filter, not how the report is. */
export function parseParameters(raw: Readonly<Record<string, unknown>>): ReportParameters {
  const text = (name: string) => (typeof raw[name] === 'string' ? raw[name] : '')
  const moment = (name: string) => toVonageInstant(text(name))
  const given = (Object.keys(filters) as FilterName[]).flatMap((name) => {
    const value = filters[name].kind === 'boolean' ? isTrue(raw[name]) : text(name)
    return value ? [[name, value] as const] : []
  })
  return {
    product: text('product'),
    targetAccountId: text('account_id'),
    direction: directions.find((one) => one === text('direction')) ?? null,
    dateStart: moment('date_start'),
    dateEnd: moment('date_end'),
    includeSubaccounts: isTrue(raw.include_subaccounts),
    filters: Object.fromEntries(given),
  }
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
