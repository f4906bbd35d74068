import { z } from 'zod'
import { type CreateReportInput, createReportSchema } from './create-report'

/** The form as it was while a report had one account, one product and at most one direction. */
const singleForm = z.object({
  accountId: z.string(),
  targetAccountId: z.string(),
  product: z.string(),
  direction: z.string().nullable(),
})

/**
 * The form that a report was asked for with, of this version or of an earlier one; null when there is none, or when its
 * products or filters are not offered any more.
 */
export function readStoredForm(stored: unknown): CreateReportInput | null {
  const parsed = createReportSchema.safeParse(upgradeForm(stored))
  return parsed.success ? parsed.data : null
}

function upgradeForm(stored: unknown): unknown {
  const single = singleForm.safeParse(stored)
  if (!single.success) return stored
  const { accountId, targetAccountId, product, direction } = single.data
  return {
    ...(stored as object),
    accounts: [{ accountId, targets: [targetAccountId] }],
    products: [product],
    directions: direction ? [direction] : [],
    split: 'none',
    reuse: 'kept',
  }
}
