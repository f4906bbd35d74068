import { splitValues } from '@/lib/schemas/split-values'
import type { ReportFormValues } from './form-values'

/**
 * The account IDs that ask for an account and each of its sub-accounts by itself. Null where taking one request apart
 * would lose what the form asks for besides: whether sub-accounts are included holds for all of its accounts.
 *
 * @param ownKey of the form's first account
 */
export function listEach(
  { targetAccountId, moreAccounts }: Pick<ReportFormValues, 'targetAccountId' | 'moreAccounts'>,
  ownKey: string,
  subaccounts: readonly { apiKey: string }[],
): string[] | null {
  const targets = splitValues(targetAccountId, 'words').values
  const isAlone = moreAccounts.length === 0 && targets.length === 1 && targets[0] === ownKey
  return isAlone ? [ownKey, ...subaccounts.map(({ apiKey }) => apiKey)] : null
}
