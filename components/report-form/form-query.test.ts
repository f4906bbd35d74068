import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import { productCodes } from '@/lib/catalogue/products'
import { splits } from '@/lib/schemas/form-rules'
import type { AccountView } from '@/lib/schemas/views'
import { directionOfAll, filtersOfAll } from './chosen-products'
import { readFormQuery, toFormQuery } from './form-query'
import type { ReportFormValues } from './form-values'

const ids = [
  '0198f0a0-0000-7000-8000-000000000001',
  '0198f0a0-0000-7000-8000-000000000002',
] as const
const accounts = ids.map((id) => ({ id, apiKey: '12aa3456' })) as AccountView[]

const read = (query: string) =>
  readFormQuery(
    Object.fromEntries(
      [...new URLSearchParams(query).keys()].map((key) => {
        const all = new URLSearchParams(query).getAll(key)
        return [key, all.length > 1 ? all : all[0]]
      }),
    ),
    accounts,
  )

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => /^\P{Cc}+$/u.test(text) && text.trim() === text)

const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'))
const targets = fc
  .uniqueArray(fc.stringMatching(/^[0-9A-Za-z]{8}$/), { minLength: 1, maxLength: 5 })
  .map((all) => all.join('\n'))

/** What a link does not say. */
const unsaid = {
  formId: '',
  direction: null,
  split: 'none',
  includeSubaccounts: false,
  moreAccounts: [],
}

/** Any form that a person could leave behind, with filters of its product. */
const anyForm = fc
  .uniqueArray(fc.constantFrom(...productCodes), { minLength: 1 })
  .chain((codes) => {
    const [product, ...moreProducts] = codes
    const arbitraries = filtersOfAll(codes).map((name: FilterName) => [
      name,
      filters[name].kind === 'boolean' ? fc.constant(true) : lines,
    ])
    return fc.record({
      formId: fc.constant(''),
      accountId: fc.constant(ids[0]),
      targetAccountId: targets,
      moreAccounts: fc.array(fc.record({ accountId: fc.constant(ids[1]), targets }), {
        maxLength: 1,
      }),
      product: fc.constant(product),
      moreProducts: fc.constant(moreProducts),
      direction:
        directionOfAll(codes) === 'invalid'
          ? fc.constant(null)
          : fc.constantFrom(null, 'inbound' as const, 'outbound' as const, 'both' as const),
      from: line,
      to: line,
      timeZone: fc.constantFrom('UTC', 'America/Argentina/Buenos_Aires'),
      split: fc.constantFrom(...splits),
      includeSubaccounts: fc.boolean(),
      filters: fc.record(Object.fromEntries(arbitraries), { requiredKeys: [] }),
    }) as fc.Arbitrary<ReportFormValues>
  })

describe('a form as a link', () => {
  it('reads back what it was made from, and nothing else', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const { values, notes } = read(toFormQuery(form) ?? '')
        expect(notes).toEqual([])
        expect({ ...unsaid, ...values }).toEqual(form)
      }),
    )
  })

  it('never holds the form’s id', () => {
    const form = { ...fc.sample(anyForm, 1)[0], formId: 'f0000000-0000-4000-8000-0000000000ff' }
    expect(toFormQuery(form as ReportFormValues)).not.toContain('f0000000')
  })

  it('is none where it would be too long', () => {
    const form = fc.sample(anyForm, 1)[0] as ReportFormValues
    expect(toFormQuery({ ...form, filters: { to: '447700900000\n'.repeat(600) } })).toBeNull()
  })

  it.each([
    ['product=SMS&password=secret&utm_source=x', 'Unknown to this form: “password”, “utm_source”.'],
    ['product=__proto__', 'Values that can’t be used here: “product”.'],
    ['constructor=1&toString=2', 'Unknown to this form: “constructor”, “toString”.'],
    ['account=0198f0a0-0000-7000-8000-0000000000ff', 'Values that can’t be used here: “account”.'],
    ['product=SMS&product=NONE', 'Values that can’t be used here: “product”.'],
    ['zone=Moon%2FBase&from=a%00b', 'Values that can’t be used here: “zone”, “from”.'],
    [
      'product=VOICE-TTS&direction=inbound&filter.to=4477',
      'Not for this product: “direction”, “filter.to”.',
    ],
    [`${'x'.repeat(5000)}=1`, `Unknown to this form: “${'x'.repeat(24)}…”.`],
    ['a=1&b=1&c=1&d=1&e=1', 'Unknown to this form: “a”, “b”, “c” and 2 more.'],
  ])('drops what it can’t use, with a note: %.60s', (query, note) => {
    const { values, notes } = read(query)
    expect(notes).toEqual([note])
    expect(JSON.stringify(values)).not.toMatch(/secret|proto|Moon|447/)
  })

  it('reads anything at all without failing, and invents nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
        (query) => {
          const { values } = readFormQuery(query, accounts)
          expect(Object.keys(values.filters ?? {})).toEqual([])
        },
      ),
    )
  })
})
