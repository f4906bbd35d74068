import { type FilterName, filters } from '@/lib/catalogue/filters'
import { type Direction, filtersOf, getProduct, type ProductCode } from '@/lib/catalogue/products'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { isKnownValue, listFilterValues } from '@/lib/schemas/form-rules'

/** The filters of one request, and what is to be said about them. */
export type FilterChoice = {
  filters: Record<string, string | boolean>
  /** Why Vonage would refuse them, and the field that it is about. */
  problem: { field: string; message: string } | null
}

/** The filters of the form that say something about which records, and that a product doesn't have. */
export function listOmitted(form: CreateReportInput['filters'], code: ProductCode): FilterName[] {
  const allowed = filtersOf(code)
  return namesOf(form).filter((name) => filters[name].kind === 'text' && !allowed.includes(name))
}

/** How many requests the lists of values make of one. */
export function countFilterChoices(form: CreateReportInput['filters'], code: ProductCode): number {
  return namesFor(form, code, null).reduce(
    (product, name) => product * listFilterValues(form[name]).length,
    1,
  )
}

/** Every way to take one value of each list: one request each. */
export function listFilterChoices(
  form: CreateReportInput['filters'],
  code: ProductCode,
  direction: Direction | null,
): FilterChoice[] {
  const names = namesFor(form, code, direction)
  const missing = getProduct(code).required?.find((name) => !names.includes(name))
  const choices = names.reduce<Record<string, string | boolean>[]>(
    (made, name) =>
      made.flatMap((choice) =>
        listFilterValues(form[name]).map((value) => ({ ...choice, [name]: value })),
      ),
    [{}],
  )
  return choices.map((choice) => ({
    filters: choice,
    problem: missing
      ? {
          field: `filters.${missing}`,
          message: `Vonage asks for the filter “${filters[missing].label}” here.`,
        }
      : findUnknown(choice, code),
  }))
}

function findUnknown(choice: Record<string, string | boolean>, code: ProductCode) {
  for (const [name, value] of Object.entries(choice) as [FilterName, string | boolean][])
    if (!isKnownValue(code, name, value))
      return {
        field: `filters.${name}`,
        message: `${getProduct(code).name} has no ${filters[name].label.toLowerCase()} “${value}”.`,
      }
  return null
}

function namesFor(
  form: CreateReportInput['filters'],
  code: ProductCode,
  direction: Direction | null,
): FilterName[] {
  const allowed = filtersOf(code)
  return namesOf(form).filter(
    (name) =>
      allowed.includes(name) &&
      // Vonage adds this column to outbound reports only.
      !(name === 'show_concatenated' && direction === 'inbound'),
  )
}

function namesOf(form: CreateReportInput['filters']): FilterName[] {
  return (Object.keys(form) as FilterName[]).filter(
    (name) => listFilterValues(form[name]).length > 0,
  )
}
