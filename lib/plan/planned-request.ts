import type { FilterName } from '@/lib/catalogue/filters'
import type { AskedRequest } from './paid-request'

/** A request as it would be sent, and what is to be said about it. */
export type PlannedRequest = AskedRequest & {
  accountLabel: string
  /** Filters of the form that this product doesn't have: the request is wider than the form says. */
  omitted: FilterName[]
  /** Why it can't be sent; null: it can. */
  problem: string | null
}

/** What the plan has to know of an account. */
export type PlanAccount = {
  id: string
  label: string
  environment: 'live' | 'sandbox'
  apiKey: string
  refusedAt: string | null
}

/** Messages by dotted path of the form's field. */
export type PlanErrors = Record<string, string>
