import { getProduct, productCodes, productGroups } from '@/lib/catalogue/products'
import type { StateChoice } from '@/lib/schemas/report-list'
import { requestStates, stateLabels } from '@/lib/schemas/states'
import type { FilterChoice } from './filter-menu'

/** What the accounts and people of this instance are called. */
export type FilterNames = {
  accounts: readonly { id: string; label: string }[]
  people: readonly { id: string; name: string }[]
}

export const stateChoices: readonly FilterChoice<StateChoice>[] = [
  { value: 'moving', label: 'On the way', group: 'Any that is' },
  { value: 'attention', label: 'Needs a look', group: 'Any that is' },
  ...requestStates.map((state) => ({ value: state, label: stateLabels[state], group: 'Exactly' })),
]

export const productChoices = productCodes
  .map((value) => ({ value, label: getProduct(value).name, group: getProduct(value).group }))
  .toSorted((a, b) => productGroups.indexOf(a.group) - productGroups.indexOf(b.group))
