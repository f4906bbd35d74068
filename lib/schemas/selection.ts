import { z } from 'zod'
import type { ProductCode } from '@/lib/catalogue/products'
import type { BudgetCheck } from './budget'
import { selectedIds } from './downloads'

export const selectionSchema = z.object({ report: selectedIds })
/** `passBudget`: an admin goes past the accounts' hard stops. */
export const retrySelectionSchema = selectionSchema.extend({
  passBudget: z.boolean().default(false),
})
export type SelectionInput = z.input<typeof retrySelectionSchema>

/** What can be done to several reports at once. */
export type BulkDeed = 'cancel' | 'retry' | 'delete'

/** A report of a selection: what can be done with it, counted in its requests and files. */
export type SelectedReport = {
  id: string
  title: string
  cancel: {
    requests: number
    /** Not sent yet: nothing is billed. */
    unsent: number
    /** Nobody knows whether Vonage made them. */
    unconfirmed: number
    /** Of those that Vonage has or may have: how many it bills nothing for. */
    free: number
  }
  retry: {
    requests: number
    /** Of these Vonage bills nothing for. */
    free: number
    /** Refused as they were: they are duplicated and corrected instead. */
    rejected: number
  }
  files: {
    count: number
    /** Parts of the report without a file. */
    missing: number
    rows: number
    bytes: number
    products: ProductCode[]
  }
  delete: {
    count: number
    rows: number
    bytes: number
    /** Of these Vonage has its copy until then (the earliest). */
    atVonage: number
    vonageUntil: string | null
    /** Files that stay, since reports outside of the selection take records from them. */
    needed: number
    neededBy: string[]
  }
}

/** What a retry of all that can be retried may bring and cost; what is not known is counted. */
export type RetryCost = {
  records: number
  withoutRecords: number
  withoutPrice: number
  /** Money as decimal text, one for each currency; the currency is empty where Vonage leaves it so. */
  prices: { currency: string; price: string }[]
}

export type SelectionPreview = {
  reports: SelectedReport[]
  retryCost: RetryCost | null
  /** Where the accounts that have a budget would stand after a retry. */
  budgets: BudgetCheck[]
  mayPassBudget: boolean
}

/** What came of a deed on one report. */
export type BulkOutcome = {
  id: string
  title: string
  /** How many requests, or files, it was done to. */
  done: number
  /** Why it was not done to others. */
  refused: { why: string; count: number }[]
}
