import { isProductCode, type ProductCode, productCodes } from '@/lib/catalogue/products'
import type { InvalidParameter } from '../http/problems'
import type { Question } from '../state/job'
import { formatExactTime } from '../times'
import { validateDates } from './validate-dates'
import { readBoolean, validateDirection, validateFilters } from './validate-filters'

export type QuestionRules = {
  now: number
  /** The synchronous call: no sub-accounts, no callback. */
  sync: boolean
  dayLimit: boolean
  /** A query by ids has no dates. */
  withDates: boolean
}

export type Validated =
  | {
      ok: true
      question: Question
      echo: Record<string, string | boolean>
      callbackUrl: string | null
    }
  | { ok: false; invalid: InvalidParameter[] }

function validateProduct(value: unknown, invalid: InvalidParameter[]): ProductCode | null {
  if (value === undefined || value === null || value === '') {
    invalid.push({ name: 'product', reason: 'Missing required parameter' })
    return null
  }
  if (typeof value === 'string' && isProductCode(value)) return value
  const reason = `Could not resolve product name. Please use one of the following values [${productCodes.join(', ')}]`
  invalid.push({ name: 'product', reason })
  return null
}

function validateAccountId(value: unknown, invalid: InvalidParameter[]): string {
  const name = 'account_id'
  if (value === undefined || value === null || value === '') {
    invalid.push({ name, reason: 'Missing required parameter' })
    return ''
  }
  if (typeof value === 'string' && value.length === 8) return value
  invalid.push({ name, reason: 'Invalid value. An account ID has 8 characters' })
  return ''
}

function validateCallbackUrl(value: unknown, invalid: InvalidParameter[]): string | null {
  if (value === undefined || value === null || value === '') return null
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return value as string
  invalid.push({ name: 'callback_url', reason: 'Invalid value. Use an http or https URL' })
  return null
}

/** Reads the body of a create, or the parameters of a synchronous query, by the rules of its product. */
export function validateQuestion(input: Record<string, unknown>, rules: QuestionRules): Validated {
  const invalid: InvalidParameter[] = []
  const product = validateProduct(input.product, invalid)
  const accountId = validateAccountId(input.account_id, invalid)
  const dates = rules.withDates
    ? validateDates(input, rules, invalid)
    : { dateStart: 0, dateEnd: rules.now }
  const callbackUrl = rules.sync ? null : validateCallbackUrl(input.callback_url, invalid)
  const subaccounts = rules.sync ? false : readBoolean(input.include_subaccounts ?? false)
  if (subaccounts === null) {
    invalid.push({ name: 'include_subaccounts', reason: 'Invalid value. Use true or false' })
  }
  if (!product) return { ok: false, invalid }
  const direction = validateDirection(product, input.direction, invalid)
  const found = validateFilters(product, input, invalid)
  if (invalid.length > 0) return { ok: false, invalid }

  const { include_message, show_concatenated, ...others } = found
  return {
    ok: true,
    callbackUrl,
    question: {
      product,
      direction,
      accountId,
      includeSubaccounts: subaccounts ?? false,
      filters: others as Record<string, string>,
      includeMessage: include_message === true,
      showConcatenated: show_concatenated === true,
      ...dates,
    },
    echo: {
      product,
      account_id: accountId,
      ...(rules.withDates
        ? {
            date_start: formatExactTime(dates.dateStart),
            date_end: formatExactTime(dates.dateEnd),
          }
        : {}),
      include_subaccounts: subaccounts ?? false,
      ...(callbackUrl ? { callback_url: callbackUrl } : {}),
      ...(direction ? { direction } : {}),
      ...found,
    },
  }
}
