import type { ProductCode } from '@/lib/catalogue/products'
import { listFilterValues } from '@/lib/schemas/form-rules'
import { listDirections } from './list-directions'
import { countFilterChoices } from './plan-filters'
import type { PlanForm } from './plan-form'
import type { PlanErrors } from './planned-request'

/**
 * Says, before they are counted out, that a form makes more requests than a report can have; at the field that does most
 * to it. Null: it doesn't.
 */
export function findTooMany(
  form: PlanForm,
  products: readonly ProductCode[],
  parts: number,
  most: number,
): PlanErrors | null {
  const targets = form.accounts.reduce((sum, account) => sum + account.targets.length, 0)
  const ofProducts = products.map(
    (code) => listDirections(code, form.directions).length * countFilterChoices(form.filters, code),
  )
  const count = targets * parts * ofProducts.reduce((sum, one) => sum + one, 0)
  if (count <= most) return null
  const factors: [field: string, count: number][] = [
    ['split', parts],
    ['accounts', targets],
    ['products', products.length],
    ...Object.entries(form.filters).map(([name, value]): [string, number] => [
      `filters.${name}`,
      listFilterValues(value).length,
    ]),
  ]
  const [field] = factors.reduce((a, b) => (b[1] > a[1] ? b : a))
  return {
    [field]: `This makes ${count.toLocaleString('en')} requests; a report can have ${most.toLocaleString('en')}.`,
  }
}
