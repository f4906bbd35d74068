import type { FilterName } from '@/lib/catalogue/filters'
import { chosenProducts, directionOfAll, filtersOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'

/**
 * What is sent of an open form. A filter or direction typed for another product stays in its field, in case the
 * person comes back to that product, but is not sent with this one.
 */
export function prepareValues(values: ReportFormValues): ReportFormValues {
  const codes = chosenProducts(values)
  return {
    ...values,
    direction: directionOfAll(codes) === 'invalid' ? null : values.direction,
    filters: sentFilters(values, filtersOfAll(codes)),
  }
}

function sentFilters(
  { filters, direction }: ReportFormValues,
  allowed: FilterName[],
): ReportFormValues['filters'] {
  const sent: ReportFormValues['filters'] = {}
  for (const name of allowed) {
    const value = filters[name]
    if (typeof value === 'string' ? value.trim() === '' : value !== true) continue
    // Vonage adds this column to outbound reports only.
    if (name === 'show_concatenated' && direction === 'inbound') continue
    sent[name] = value
  }
  return sent
}
