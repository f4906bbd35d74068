import type { FilterName } from '@/lib/catalogue/filters'
import { filtersOf, getProduct, type ProductCode } from '@/lib/catalogue/products'
import type { ReportFormValues } from './form-values'

/** The products of the form, each once. */
export function chosenProducts({
  product,
  moreProducts,
}: Pick<ReportFormValues, 'product' | 'moreProducts'>): ProductCode[] {
  return [...new Set(product === '' ? moreProducts : [product, ...moreProducts])]
}

/** All filters that one of the products takes, in the order of the products. */
export function filtersOfAll(codes: readonly ProductCode[]): FilterName[] {
  return [...new Set(codes.flatMap(filtersOf))]
}

/** How far back all of the products together go; undefined: 13 months. */
export function retentionOfAll(codes: readonly ProductCode[]): number | undefined {
  const days = codes.map((code) => getProduct(code).retentionDays)
  return days.length === 0 || days.includes(undefined) ? undefined : Math.max(...(days as number[]))
}

/** Whether a direction says anything about these products, and whether Vonage asks for one. */
export function directionOfAll(codes: readonly ProductCode[]): 'required' | 'optional' | 'invalid' {
  const rules = codes.map((code) => getProduct(code).direction)
  return (
    rules.find((rule) => rule === 'required') ??
    rules.find((rule) => rule === 'optional') ??
    'invalid'
  )
}
