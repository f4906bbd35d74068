import { type Filter, type FilterName, filters } from '@/lib/catalogue/filters'
import { filtersOf, getProduct, type ProductCode } from '@/lib/catalogue/products'

/** A filter as the chosen products have it. */
export type FilterChoices = {
  filter: Filter
  /** What may be chosen, or is suggested where other values may be typed as well. */
  values: readonly string[] | null
  isClosed: boolean
  isRequired: boolean
  /** What there is to know of it before it is used. */
  notes: string[]
}

/** What a filter means for these products together: who has it, and which values it takes. */
export function filterChoices(name: FilterName, codes: readonly ProductCode[]): FilterChoices {
  const filter: Filter = filters[name]
  const takers = codes.filter((code) => filtersOf(code).includes(name)).map(getProduct)
  const known = takers.flatMap((product) => product.values?.[name] ?? [])
  const isOpen = takers.some(
    (product) => !product.values?.[name] || product.open?.includes(name) === true,
  )
  const disputing = takers.filter((product) => product.disputed?.includes(name))
  const notes = [
    takers.length < codes.length && `Only for ${listNames(takers)}.`,
    disputing.length > 0 &&
      `Vonage’s documents disagree on this filter ${codes.length > 1 ? `for ${listNames(disputing)}` : 'here'}, so it may be refused.`,
  ]
  return {
    filter,
    values: known.length > 0 ? [...new Set(known)] : null,
    isClosed: known.length > 0 && !isOpen,
    isRequired: takers.some((product) => product.required?.includes(name)),
    notes: notes.filter((note) => note !== false),
  }
}

function listNames(products: readonly { name: string }[]): string {
  return products.map((product) => product.name).join(', ')
}
