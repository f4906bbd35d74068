import type { AccountView } from '@/lib/schemas/views'
import type { ReportFormValues } from './form-values'

/**
 * What a newly opened form holds: the account that was used last (or the only one), its own key as the target,
 * and nothing that costs money by itself. With a source, what the source asked for.
 *
 * @param timeZone the person's own zone
 */
export function makeDefaultValues(
  formId: string,
  accounts: readonly AccountView[],
  timeZone: string,
  source: ReportFormValues | null,
): ReportFormValues {
  if (source) {
    const known = accounts.some(({ id }) => id === source.accountId)
    return { ...source, formId, accountId: known ? source.accountId : '' }
  }
  const account = presetAccount(accounts)
  return {
    formId,
    accountId: account?.id ?? '',
    targetAccountId: account?.apiKey ?? '',
    product: '',
    direction: null,
    from: '',
    to: '',
    timeZone,
    includeSubaccounts: false,
    filters: {},
  }
}

/** The account that was used last; the only one when there is but one; otherwise none, so that it is chosen. */
export function presetAccount(accounts: readonly AccountView[]): AccountView | undefined {
  if (accounts.length === 1) return accounts[0]
  return accounts
    .filter((account) => account.lastUsedAt !== null)
    .toSorted((a, b) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''))[0]
}
