import { getProduct, productCodes, productGroups } from '@/lib/catalogue/products'

/** The products as choices: in groups, each with a line on what it holds. */
export const productOptions = productCodes
  .map((value) => {
    const { name, about, group } = getProduct(value)
    return { value, label: name, description: about, group }
  })
  .toSorted((a, b) => productGroups.indexOf(a.group) - productGroups.indexOf(b.group))
