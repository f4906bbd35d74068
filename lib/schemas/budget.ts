import { z } from 'zod'

/** Money as typed: digits, at most four decimals. Text, so that no digit is lost. */
const amount = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.'))
  .pipe(
    z.union([
      z.literal(''),
      z
        .string()
        .regex(/^\d{1,12}(\.\d{1,4})?$/, 'An amount has digits and at most four decimals: 250.00.'),
    ]),
  )

/** What an account's reports may cost in a calendar month (UTC). Both levels empty: no budget. */
export const setBudgetSchema = z
  .object({
    accountId: z.uuid(),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^([A-Z]{3})?$/, 'A currency has three letters, for example EUR.'),
    warnAt: amount,
    stopAt: amount,
  })
  .superRefine(({ warnAt, stopAt }, context) => {
    if (warnAt !== '' && stopAt !== '' && Number(warnAt) > Number(stopAt))
      context.addIssue({
        code: 'custom',
        path: ['warnAt'],
        message: 'The warning comes before the stop.',
      })
  })

export type SetBudgetInput = z.infer<typeof setBudgetSchema>

/** An account's budget. Amounts are decimal text; null: no such level. */
export type BudgetView = { currency: string; warnAt: string | null; stopAt: string | null }

/** Where an account stands in this month, with what is about to be asked. */
export type BudgetCheck = BudgetView & {
  accountId: string
  accountLabel: string
  /** `2026-11`, UTC. */
  month: string
  /** What Vonage has charged, by REPORTS-USAGE as far as it is known. */
  spent: string
  /** What is on its way, or done and not charged yet, may cost. */
  pending: string
  /** What is about to be asked may cost. */
  asked: string
  total: string
  /** How many requests, on their way or about to be asked, have no known price in this currency. */
  withoutPrice: number
  verdict: 'fine' | 'warn' | 'stop'
}
