import type { AddAccountInput } from '@/lib/schemas/accounts'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { SetBudgetInput } from '@/lib/schemas/budget'
import type { SubaccountList } from '@/lib/schemas/subaccounts'
import type { AccountView } from '@/lib/schemas/views'

/** What the page hands to the view: its server actions. */
export type AccountActions = {
  add: (input: AddAccountInput) => Promise<ActionResult<AccountView>>
  addSandbox: (input: Record<string, never>) => Promise<ActionResult<AccountView>>
  relabel: (input: { id: string; label: string }) => Promise<ActionResult<unknown>>
  replaceSecret: (input: { id: string; apiSecret: string }) => Promise<ActionResult<unknown>>
  remove: (input: { id: string }) => Promise<ActionResult<unknown>>
  setBudget: (input: SetBudgetInput) => Promise<ActionResult<unknown>>
  listSubaccounts: (input: {
    accountId: string
    refresh: boolean
  }) => Promise<ActionResult<SubaccountList>>
  check: (input: { id: string }) => Promise<ActionResult<AccountView>>
}
