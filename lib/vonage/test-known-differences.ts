import type { ErrorObject } from 'ajv'
import { filtersOf, getProduct, isProductCode } from '@/lib/catalogue/products'

type Difference = {
  /** The row of the table in docs/sandbox.md that explains it, with its source. */
  row: string
  excuses(error: ErrorObject): boolean
}

const newerProducts: readonly string[] = [
  'SMS-TRAFFIC-CONTROL',
  'CONVERSATION-EVENT',
  'CONVERSATION-MESSAGE',
  'VOICE-FAILED',
  'VOICE-TTS',
  'IN-APP-VOICE',
  'AMD',
  'VERIFY-V2',
  'NUMBER-INSIGHT-V2',
  'VIDEO-API',
  'NETWORK-API-EVENT',
  'REPORTS-USAGE',
]

const recordField = /^\/records\/\d+\//
const is = (error: ErrorObject, field: RegExp, ...keywords: string[]) =>
  field.test(error.instancePath) && keywords.includes(error.keyword)

/** A parameter that the contract does not name; its product may be another's in `error.data`, which is all of it. */
const unknownName = ({ keyword, params }: ErrorObject): string | null =>
  ['unevaluatedProperties', 'additionalProperties'].includes(keyword)
    ? (params.unevaluatedProperty ?? params.additionalProperty)
    : null

/** Where 2026 differs from the contract of 2021. Nothing else is excused. */
export const knownDifferences: readonly Difference[] = [
  {
    row: 'products',
    excuses: (error) =>
      is(error, /^\/product$/, 'enum') && newerProducts.includes(String(error.data)),
  },
  {
    row: 'null',
    excuses: (error) => is(error, recordField, 'type', 'enum') && error.data === null,
  },
  {
    row: 'texts',
    excuses: (error) =>
      is(error, recordField, 'type') &&
      typeof error.data === 'string' &&
      /^(\d+(\.\d+)?|TRUE|FALSE)$/.test(error.data),
  },
  {
    row: 'references',
    excuses: (error) => is(error, /\/(client|account)_ref$/, 'minLength', 'maxLength'),
  },
  {
    row: 'sms-status',
    excuses: (error) =>
      is(error, /\/status$/, 'enum') && ['deleted', 'submitted'].includes(String(error.data)),
  },
  {
    row: 'voice-status',
    excuses: (error) =>
      is(error, /\/status$/, 'enum') &&
      ['ANSWERED', 'MACHINE', 'ERROR'].includes(String(error.data)),
  },
  {
    row: 'filters',
    excuses: (error) => {
      const name = unknownName(error)
      const product = String((error.data as { product?: unknown })?.product)
      if (name === null || !isProductCode(product)) return false
      const takesDirection = getProduct(product).direction !== 'invalid'
      return [...filtersOf(product), ...(takesDirection ? ['direction'] : [])].includes(name)
    },
  },
  {
    row: 'paging',
    excuses: (error) => ['cursor', 'iv'].includes(unknownName(error) ?? ''),
  },
]
