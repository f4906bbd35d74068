import type { AccountView } from '@/lib/schemas/views'
import type { ReportFormValues } from './form-values'

/**
 * What a newly opened form holds: the account that was used last (or the only one), its own key as the target,
 * and nothing that costs money by itself. With a source, what the source asked for. A link goes before both.
 *
 * @param timeZone the person's own zone
 */
export function makeDefaultValues({
  formId,
  accounts,
  timeZone,
  source = null,
  link = {},
}: {
  formId: string
  accounts: readonly AccountView[]
  timeZone: string
  source?: ReportFormValues | null
  link?: Partial<ReportFormValues>
}): ReportFormValues {
  const start = source ?? { ...emptyValues, timeZone }
  const preset = source ? source.accountId : presetAccount(accounts)?.id
  const account = accounts.find(({ id }) => id === (link.accountId ?? preset))
  const isAnother = link.accountId !== undefined && link.accountId !== source?.accountId
  return {
    ...start,
    ...(source && !isAnother ? {} : { targetAccountId: account?.apiKey ?? '' }),
    ...link,
    formId,
    accountId: account?.id ?? '',
    moreAccounts: (link.moreAccounts ?? start.moreAccounts).filter(({ accountId }) =>
      accounts.some(({ id }) => id === accountId),
    ),
    filters: { ...start.filters, ...link.filters },
  }
}

const emptyValues: ReportFormValues = {
  formId: '',
  accountId: '',
  targetAccountId: '',
  moreAccounts: [],
  product: '',
  moreProducts: [],
  direction: null,
  from: '',
  to: '',
  timeZone: '',
  split: 'none',
  includeSubaccounts: false,
  filters: {},
}

/** The account that was used last; the only one when there is but one; otherwise none, so that it is chosen. */
export function presetAccount(accounts: readonly AccountView[]): AccountView | undefined {
  if (accounts.length === 1) return accounts[0]
  return accounts
    .filter((account) => account.lastUsedAt !== null)
    .toSorted((a, b) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''))[0]
}
