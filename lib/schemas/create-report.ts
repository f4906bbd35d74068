import { z } from 'zod'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import {
  directions,
  filtersOf,
  getProduct,
  type ProductCode,
  productCodes,
} from '@/lib/catalogue/products'
import { isKnownValue, listFilterValues, mostRequests, splits } from './form-rules'
import { seenPaidSchema } from './seen-paid'
import { lineOfText } from './text'

const filterValue = lineOfText(256)
const filterNames = Object.keys(filters) as [FilterName, ...FilterName[]]

const accountSchema = z.object({
  accountId: z.uuid('Choose an account.'),
  /** Vonage's `account_id`s: the account's own key, sub-accounts, or both. */
  targets: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[0-9A-Za-z]{8}$/, 'An account ID has 8 letters or digits.'),
    )
    .min(1, 'Say whose records.')
    .max(mostRequests, `At most ${mostRequests} account IDs.`),
})

/**
 * The form of a new report: one schema for the form, the server action and the tests. Dates stay as they were typed;
 * `planRequests` turns it all into the requests that are sent. What depends on the account or the clock is checked there.
 */
export const createReportSchema = z
  .object({
    formId: z.uuid(),
    accounts: z.array(accountSchema).min(1, 'Choose an account.').max(100, 'At most 100 accounts.'),
    products: z
      .array(z.enum(productCodes as [ProductCode, ...ProductCode[]], 'Choose a product.'))
      .min(1, 'Choose a product.'),
    /** None or both: both. Products without a direction take no notice. */
    directions: z.array(z.enum(directions)),
    from: lineOfText(40).min(1, 'Say where the range begins.'),
    to: lineOfText(40).min(1, 'Say where the range ends.'),
    timeZone: lineOfText(64).min(1, 'Choose a time zone.'),
    split: z.enum(splits),
    includeSubaccounts: z.boolean(),
    /** A list makes one request for each of its values. */
    filters: z.partialRecord(
      z.enum(filterNames),
      z.union([
        filterValue,
        z.boolean(),
        z.array(filterValue).max(mostRequests, `At most ${mostRequests} values.`),
      ]),
    ),
    /** `kept`: what is paid for already is taken from there. `all`: everything is asked for, and billed, again. */
    reuse: z.enum(['kept', 'all']),
    /** What the person saw of what is paid for already; null: nothing was shown. */
    seen: seenPaidSchema.nullable().default(null),
    /** An admin goes past an account's hard stop. */
    passBudget: z.boolean().default(false),
  })
  .superRefine((form, context) => {
    const chosen = form.products.map(getProduct)
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const oneWay = chosen.find((product) => product.direction === 'required')
    if (oneWay && form.directions.length === 0)
      issue(['directions'], `Vonage reports ${oneWay.name} one direction at a time.`)
    for (const name of Object.keys(form.filters) as FilterName[]) {
      const at = ['filters', name]
      const values = listFilterValues(form.filters[name])
      const takers = form.products.filter((code) => filtersOf(code).includes(name))
      const isBoolean = (value: unknown) => typeof value === 'boolean'
      if (values.length === 0) continue
      if (takers.length === 0)
        issue(
          at,
          chosen.length === 1
            ? `${chosen[0]?.name} has no such filter.`
            : 'None of the chosen products has this filter.',
        )
      else if (values.some((value) => (filters[name].kind === 'boolean') !== isBoolean(value)))
        issue(at, 'This value has the wrong type.')
      else if (values.some((value) => takers.every((code) => !isKnownValue(code, name, value))))
        issue(at, 'Choose one of the values.')
    }
    for (const name of new Set(chosen.flatMap((product) => product.required ?? [])))
      if (listFilterValues(form.filters[name]).length === 0)
        issue(['filters', name], 'Vonage asks for this one.')
    if (
      listFilterValues(form.filters.country).some((value) => !/^[A-Za-z]{2}$/.test(String(value)))
    )
      issue(['filters', 'country'], 'A country has two letters, for example GB.')
  })

export type CreateReportInput = z.infer<typeof createReportSchema>
