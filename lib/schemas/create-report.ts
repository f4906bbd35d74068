import { z } from 'zod'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import {
  directions,
  filtersOf,
  getProduct,
  type ProductCode,
  productCodes,
} from '@/lib/catalogue/products'
import { lineOfText } from './text'

const filterValue = lineOfText(256)

/**
 * The form of a new report: one schema for the form, the server action and the tests. Dates stay as they were
 * typed; `resolveRange` turns them into instants. What depends on the account or the clock is checked by the server.
 */
export const createReportSchema = z
  .object({
    formId: z.uuid(),
    accountId: z.uuid('Choose an account.'),
    targetAccountId: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z]{8}$/, 'An account ID has 8 letters or digits.'),
    product: z.enum(productCodes as [ProductCode, ...ProductCode[]], 'Choose a product.'),
    direction: z.enum(directions).nullable(),
    from: lineOfText(40).min(1, 'Say where the range begins.'),
    to: lineOfText(40).min(1, 'Say where the range ends.'),
    timeZone: lineOfText(64).min(1, 'Choose a time zone.'),
    includeSubaccounts: z.boolean(),
    filters: z.partialRecord(
      z.enum(Object.keys(filters) as [FilterName, ...FilterName[]]),
      z.union([filterValue, z.boolean()]),
    ),
  })
  .superRefine((form, context) => {
    const product = getProduct(form.product)
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (product.direction === 'required' && !form.direction)
      issue(['direction'], 'Vonage reports this product one direction at a time.')
    if (product.direction === 'invalid' && form.direction)
      issue(['direction'], 'This product has no direction.')
    const allowed = filtersOf(form.product)
    for (const [name, value] of Object.entries(form.filters) as [FilterName, string | boolean][]) {
      const at = ['filters', name]
      if (!allowed.includes(name)) issue(at, `${product.name} has no such filter.`)
      else if ((filters[name].kind === 'boolean') !== (typeof value === 'boolean'))
        issue(at, 'This value has the wrong type.')
      else if (value !== '' && product.values?.[name] && !product.open?.includes(name))
        if (!product.values[name].includes(String(value))) issue(at, 'Choose one of the values.')
    }
    for (const name of product.required ?? [])
      if (!form.filters[name]) issue(['filters', name], 'Vonage asks for this one.')
    const country = form.filters.country
    if (typeof country === 'string' && country !== '' && !/^[A-Za-z]{2}$/.test(country))
      issue(['filters', 'country'], 'A country has two letters, for example GB.')
  })

export type CreateReportInput = z.infer<typeof createReportSchema>
