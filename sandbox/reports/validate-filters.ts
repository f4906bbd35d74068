import { type FilterName, filters } from '@/lib/catalogue/filters'
import {
  type Direction,
  directions,
  filtersOf,
  getProduct,
  type ProductCode,
} from '@/lib/catalogue/products'
import type { InvalidParameter } from '../http/problems'

const filterNames = Object.keys(filters) as FilterName[]

/** Reads true and false, also as the texts that Vonage's curl examples send; null for anything else. */
export function readBoolean(value: unknown): boolean | null {
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  return null
}

/** The direction, by the product's rule. */
export function validateDirection(
  code: ProductCode,
  value: unknown,
  invalid: InvalidParameter[],
): Direction | null {
  const rule = getProduct(code).direction
  if (value === undefined || value === null) {
    if (rule === 'required') {
      invalid.push({ name: 'direction', reason: 'Missing required parameter' })
    }
    return null
  }
  if (rule === 'invalid') {
    invalid.push({ name: 'direction', reason: `Parameter is not supported for product ${code}` })
    return null
  }
  const direction = directions.find((each) => each === value)
  if (!direction) {
    const reason = `Invalid value. Please use one of the following values [${directions.join(', ')}]`
    invalid.push({ name: 'direction', reason })
  }
  return direction ?? null
}

/** The product's record filters. A filter of another product is refused; names that nobody knows are ignored. */
export function validateFilters(
  code: ProductCode,
  input: Record<string, unknown>,
  invalid: InvalidParameter[],
): Record<string, string | boolean> {
  const product = getProduct(code)
  const allowed = filtersOf(code)
  const found: Record<string, string | boolean> = {}
  for (const name of filterNames) {
    const value = input[name]
    if (value === undefined || value === null) {
      if (product.required?.includes(name)) {
        invalid.push({ name, reason: 'Missing required parameter' })
      }
    } else if (!allowed.includes(name)) {
      invalid.push({ name, reason: `Parameter is not supported for product ${code}` })
    } else if (filters[name].kind === 'boolean') {
      const truth = readBoolean(value)
      if (truth === null) invalid.push({ name, reason: 'Invalid value. Use true or false' })
      else found[name] = truth
    } else if ((typeof value !== 'string' && typeof value !== 'number') || value === '') {
      invalid.push({ name, reason: 'Invalid value. Use a text that is not empty' })
    } else {
      const known = product.open?.includes(name) ? undefined : product.values?.[name]
      if (known && !known.includes(String(value))) {
        const reason = `Invalid value. Please use one of the following values [${known.join(', ')}]`
        invalid.push({ name, reason })
      } else found[name] = String(value)
    }
  }
  return found
}
