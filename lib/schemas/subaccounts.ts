import { z } from 'zod'
import type { Problem } from './views'

/** Whose sub-accounts; `refresh` asks Vonage even where the last list is fresh. */
export const listSubaccountsSchema = z.object({
  accountId: z.uuid(),
  refresh: z.boolean().default(false),
})
export type ListSubaccountsInput = z.infer<typeof listSubaccountsSchema>

export type SubaccountView = { apiKey: string; name: string; suspended: boolean }

/** An account's sub-accounts as Vonage last listed them. */
export type SubaccountList = {
  subaccounts: SubaccountView[]
  /** Null: never listed. */
  fetchedAt: string | null
  /** Why Vonage could not be asked anew; what is listed is then of earlier, or nothing. */
  problem: Problem | null
}

/** What the page of accounts shows of each account that was listed once. */
export type KnownSubaccounts = SubaccountList & { accountId: string }
